import type { Invitation } from "../../domain/registry/model.js";
import { formatOneTimeCode } from "../../domain/registry/one-time-code.js";
import type { Foundations, OpenCodes } from "../../ports/founding.js";
import type { Ids } from "../../ports/ids.js";
import type { HistoryEntry } from "../../ports/store.js";
import { codeLastsMs } from "../invitations/code-lasts.js";
import { recalled } from "../invitations/recalled.js";
import { type Founded, foundingOf, type GivenCode, givesOf } from "./founding-of.js";
import type { FoundingPlan } from "./plan.js";

/** The codes to be told, and for how long they work. */
export interface GivenCodes {
  readonly code: string;
  readonly zone: string;
  readonly codes: readonly GivenCode[];
  readonly now: Date;
  readonly expiresAt: Date;
}

/** What governments are founded with, and codes given out by the operator. */
export interface Parts {
  readonly foundations: Foundations;
  readonly ids: Ids;
  /** Called within the transaction, with the codes: what it throws undoes everything. */
  readonly beforeCommit?: (given: GivenCodes) => void;
}

/** Founds the planned government. Undefined, without a change, where its letters are taken. */
export const found = async (plan: FoundingPlan, parts: Parts): Promise<GivenCodes | undefined> => {
  const { code, zone } = plan.government;
  let given: GivenCodes | undefined;
  const done = await parts.foundations.found(plan.government, (now) => {
    const { founding, codes, expiresAt }: Founded = foundingOf(plan, parts.ids, now);
    given = { code, zone, codes, now, expiresAt };
    parts.beforeCommit?.(given);
    return founding;
  });
  return done ? given : undefined;
};

/** What each code gives is given by a new one in its place, so that whoever types the old one is told so. */
const renewed = (open: OpenCodes, ids: Ids) => {
  const expiresAt = new Date(open.now.getTime() + codeLastsMs);
  return open.invitations.map((before) => {
    const code = formatOneTimeCode(open.code, ids.newSecret());
    const { gives } = before;
    const agencyId = gives.kind === "chat" ? gives.agencyId : gives.kind === "role" ? gives.appointment.agencyId : "";
    const agency = open.agencies.find((each) => each.id === agencyId)?.code ?? "";
    const fresh: Invitation = { id: ids.newId(), hash: ids.hashOf(code), gives, expiresAt };
    return { before: recalled(before, open.now, fresh.id), fresh, given: { code, agency, gives: givesOf(gives) } };
  });
};

const ROLES: readonly string[] = ["admin", "communications", "head", "official", "officer", "auditor"];
const PURPOSES: readonly string[] = ["work", "approval", "digest"];

/** Admins first, then agency by agency, people before chats: as codes are handed out. */
const placeOf = ({ agency, gives }: GivenCode): string => {
  if (gives.kind === "chat") return ["2", agency, PURPOSES.indexOf(gives.purpose)].join("\n");
  return [gives.role === "admin" ? "0" : "1", agency, ROLES.indexOf(gives.role), gives.name].join("\n");
};

const inOrder = (one: GivenCode, other: GivenCode): number => placeOf(one).localeCompare(placeOf(other), "id");

const historyOf = (now: Date, invitations: readonly Invitation[]): readonly HistoryEntry[] =>
  invitations.map(({ id, gives }) => ({
    ...{ subjectId: id, at: now, kind: "invitationRenewed" },
    content: { invitationId: id, gives: gives.kind },
  }));

/** New codes for the ones of a setup that nobody has used. Undefined where no government has these letters. */
export const renew = async (code: string, parts: Parts): Promise<GivenCodes | undefined> => {
  let given: GivenCodes | undefined;
  const done = await parts.foundations.renew(code, (open) => {
    const all = renewed(open, parts.ids);
    const expiresAt = new Date(open.now.getTime() + codeLastsMs);
    const codes = all.map((each) => each.given).sort(inOrder);
    given = { code, zone: open.zone, codes, now: open.now, expiresAt };
    parts.beforeCommit?.(given);
    const fresh = all.map((each) => each.fresh);
    return { invitations: [...all.map(({ before }) => before), ...fresh], history: historyOf(open.now, fresh) };
  });
  return done ? given : undefined;
};
