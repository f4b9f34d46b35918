import { firstWord, unquote } from "../chatkit/tokenize.js";
import { parseCaseCode } from "../domain/case-code.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Proposal } from "../domain/proposal/model.js";
import { type Refusal, refuse } from "../domain/refusal.js";
import type { Agency, Appointment } from "../domain/registry/model.js";
import { type AccessAction, holds, rightOf } from "./access.js";
import type { Context } from "./context.js";

/** Finds a case of this government by what somebody typed; nothing of another government is ever found. */
export const findCase = async (context: Context, typed: string): Promise<Case | Refusal> => {
  const { reader, directory } = context;
  const parsed = parseCaseCode(typed);
  const found =
    parsed?.kind === "full"
      ? await reader.caseByCode(directory.government.id, parsed.code)
      : parsed?.kind === "number"
        ? await reader.caseByNumber(directory.government.id, parsed.number)
        : undefined;
  return found ?? refuse("unknownCase", { code: [...typed].slice(0, 40).join("") });
};

/** Finds a proposal of this government by what somebody typed; nothing of another government is ever found. */
export const findProposal = async ({ reader, directory }: Context, typed: string): Promise<Proposal | undefined> => {
  const parsed = parseCaseCode(typed);
  if (parsed?.kind === "full") return reader.proposalByCode(directory.government.id, parsed.code);
  return parsed && reader.proposalByNumber(directory.government.id, parsed.number);
};

/** Agencies that have to do with a case: its holder, and every one it was forwarded to. */
const concerns = (inquiry: Case, agencyId: string): boolean =>
  inquiry.agencyId === agencyId || inquiry.forwards.some((forward) => forward.agencyId === agencyId);

/** The case, if this person may do this to it; else why not. The code of a proposal is told to be one. */
export const caseFor = async (context: Context, typed: string, action: AccessAction): Promise<Case | Refusal> => {
  const found = await findCase(context, typed);
  if ("refusal" in found) {
    const proposal = await findProposal(context, typed);
    return proposal ? refuse("notForContent", { code: proposal.code }) : found;
  }
  const right = rightOf(context.directory, context.person.id, action, context.now);
  if (right.any || right.agencyIds.some((agencyId) => concerns(found, agencyId))) return found;
  return refuse("otherAgency", { code: found.code, agency: found.agencyId });
};

/**
 * The agency the person acts for on this case: among those they may act for, the chat's own agency first, then the holder,
 * then a related agency with an open forward, then any other that has to do with it.
 */
export const actingAgency = (context: Context, inquiry: Case, action: AccessAction): string | undefined => {
  const { agencyIds } = rightOf(context.directory, context.person.id, action, context.now);
  const mine = agencyIds.filter((agencyId) => concerns(inquiry, agencyId));
  const open = (agencyId: string) =>
    inquiry.forwards.some((forward) => forward.agencyId === agencyId && forward.status === "open");
  return (
    mine.find((agencyId) => agencyId === context.agency.id) ??
    mine.find((agencyId) => agencyId === inquiry.agencyId) ??
    mine.find(open) ??
    mine[0]
  );
};

/** How many words an agency's name has at most, as far as names typed without quotes are understood. */
const maxNameWords = 12;

/** Takes the agency the text begins with: a quoted name, or as many words as make a code or a name. */
const takeAgency = (
  agencies: readonly Agency[],
  text: string,
): { readonly agency: Agency; readonly rest: string } | Refusal => {
  const named = (words: string) =>
    agencies.find((each) => [each.code, each.name].some((name) => name.toLowerCase() === words.toLowerCase()));
  const quoted = firstWord(text);
  const first = named(unquote(quoted.word).replace(/,$/, ""));
  const words = text.split(/[\s,]+/);
  for (let count = Math.min(words.length, maxNameWords); count > 1; count--) {
    const agency = named(words.slice(0, count).join(" "));
    if (agency) return { agency, rest: words.slice(count).join(" ") };
  }
  if (first) return { agency: first, rest: quoted.rest };
  return refuse("unknownAgency", { agency: [...unquote(quoted.word)].slice(0, 60).join("") });
};

/** Agencies by code or name, separated by spaces or commas; names may have spaces and may be quoted. */
export const findAgencies = (context: Context, typed: string): readonly Agency[] | Refusal => {
  const found = new Map<string, Agency>();
  for (let rest = typed.trim(); rest !== ""; ) {
    const taken = takeAgency(context.directory.agencies, rest);
    if ("refusal" in taken) return taken;
    found.set(taken.agency.id, taken.agency);
    rest = taken.rest.replace(/^[\s,]+/, "");
  }
  return found.size > 0 ? [...found.values()] : refuse("unknownAgency", { agency: "" });
};

/** Why a right is missing that one of the person's appointments once gave: it ended. Undefined when none did. */
export const endedRight = (context: Context, gave: (appointment: Appointment) => boolean): Refusal | undefined => {
  const { directory, person, now } = context;
  const newest = directory.appointments
    .filter((each) => each.personId === person.id && gave(each) && each.validFrom <= now && !holds(each, now))
    .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime())[0];
  if (!newest?.validUntil) return undefined;
  const { instrument, number, validUntil } = newest;
  // The last day is the one before the end.
  const date = new Date(validUntil.getTime() - 1).toISOString();
  return refuse("appointmentExpired", { instrument, number, date });
};
