import { firstWord, unquote } from "../chatkit/tokenize.js";
import { parseCaseCode } from "../domain/case-code.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Proposal } from "../domain/proposal/model.js";
import { type Refusal, refuse } from "../domain/refusal.js";
import type { Agency, Appointment } from "../domain/registry/model.js";
import { type Access, type AccessAction, actionsOf, holds, rightOf } from "./access.js";
import type { Context } from "./context.js";
import { excerptOf } from "./excerpt.js";

/** What a code means: a citizen's input, or content. They share their numbers. */
export type Subject =
  | { readonly kind: "case"; readonly inquiry: Case }
  | { readonly kind: "proposal"; readonly proposal: Proposal };

/** Two digits, as in the code. */
const yearOf = (code: string): number => Number(code.split("-")[1]);

const subjectOf = (inquiry: Case | undefined, proposal: Proposal | undefined): Subject | undefined => {
  const older = inquiry && proposal && yearOf(inquiry.code) < yearOf(proposal.code);
  if (proposal && (!inquiry || older)) return { kind: "proposal", proposal };
  return inquiry && { kind: "case", inquiry };
};

/**
 * Finds what this government calls so; nothing of another government is ever found. Numbers begin anew each January: a
 * bare number is of the newest year that has it, whether that is a case or a proposal.
 */
export const findSubject = async ({ reader, directory }: Context, typed: string): Promise<Subject | Refusal> => {
  const { id } = directory.government;
  const parsed = parseCaseCode(typed);
  const unknown = refuse("unknownCase", { code: excerptOf(typed) });
  if (!parsed) return unknown;
  if (parsed.kind === "number") {
    const { number } = parsed;
    const found = await Promise.all([reader.caseByNumber(id, number), reader.proposalByNumber(id, number)]);
    return subjectOf(...found) ?? unknown;
  }
  const inquiry = await reader.caseByCode(id, parsed.code);
  return subjectOf(inquiry, inquiry ? undefined : await reader.proposalByCode(id, parsed.code)) ?? unknown;
};

/** Finds a case by what somebody typed. The code of a proposal is told to be one. */
export const findCase = async (context: Context, typed: string): Promise<Case | Refusal> => {
  const found = await findSubject(context, typed);
  if ("refusal" in found) return found;
  return found.kind === "case" ? found.inquiry : refuse("notForContent", { code: found.proposal.code });
};

/** Agencies that have to do with a case: its holder, and every one it was forwarded to. */
const concerns = (inquiry: Case, agencyId: string): boolean =>
  inquiry.agencyId === agencyId || inquiry.forwards.some((forward) => forward.agencyId === agencyId);

/** The case, if this person may do this to it; else why not. */
export const readableCase = (context: Context, inquiry: Case, action: AccessAction): Case | Refusal => {
  const right = rightOf(context.directory, context.person.id, action, context.now);
  if (right.any || right.agencyIds.some((agencyId) => concerns(inquiry, agencyId))) return inquiry;
  return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
};

/** The case somebody named, if this person may do this to it; else why not. */
export const caseFor = async (context: Context, typed: string, action: AccessAction): Promise<Case | Refusal> => {
  const found = await findCase(context, typed);
  return "refusal" in found ? found : readableCase(context, found, action);
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
  return refuse("unknownAgency", { agency: excerptOf(unquote(quoted.word)) });
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
  const { instrument, number, validUntil, acting } = newest;
  const kind = acting && instrument === "" ? { kind: acting.kind } : {};
  // The last day is the one before the end.
  const date = new Date(validUntil.getTime() - 1).toISOString();
  return refuse("appointmentExpired", { instrument, number, date, ...kind });
};

/** Why the person has no such right at all, wherever; undefined when they have one somewhere. */
export const refusalOfRight = (context: Context, access: Access): Refusal | undefined => {
  const rights = actionsOf(access).map((action) => rightOf(context.directory, context.person.id, action, context.now));
  if (rights.some(({ any, agencyIds }) => any || agencyIds.length > 0)) return undefined;
  const roles = [...new Set(rights.flatMap((right) => right.roles))];
  const ended = endedRight(context, ({ role }) => roles.includes(role));
  return ended ?? refuse("onlyRole", { roles: roles.join(","), agency: context.agency.name });
};
