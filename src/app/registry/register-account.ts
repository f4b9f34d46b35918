import { isDeepStrictEqual } from "node:util";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Account, Agency } from "../../domain/registry/model.js";
import { bareHandle } from "../content/accounts.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { accountEffects } from "./account-effects.js";
import type { Asking } from "./asking.js";
import { mediumNamed } from "./media.js";

/** What somebody typed of an account. */
export interface TypedAccount {
  readonly handle: string;
  readonly medium?: string | undefined;
  readonly url?: string | undefined;
  readonly number?: string | undefined;
  readonly instrument?: string | undefined;
  /** Registered by its button: an end that is still to come is taken back. */
  readonly anew?: boolean;
}

/** Who registers an account again within a day takes its end back: it counts since when it did. */
const TAKEN_BACK_MS = 86_400_000;

/** A handle as it is kept: one word, without "@". */
export const handleOf = (typed: string): string | Refusal => {
  const handle = typed.trim().replace(/^@/, "");
  if (/^[\p{L}\p{N}._-]{1,100}$/u.test(handle)) return handle;
  return refuse("badHandle", { handle: excerptOf(typed) });
};

/** The medium's code, or the profile's media to choose from. */
export const mediumOf = ({ profile }: Context, typed: string): string | Refusal =>
  mediumNamed(profile, typed) ??
  refuse("badChoice", {
    input: "medium",
    value: excerptOf(typed),
    choices: profile.media.map(({ code }) => code).join(", "),
  });

const isOver = ({ until }: Account, now: Date): boolean => until !== undefined && until <= now;

const sinceOf = (before: Account | undefined, now: Date): Date => {
  const { until, since } = before ?? {};
  return since && (!until || now.getTime() - until.getTime() <= TAKEN_BACK_MS) ? since : now;
};

/** By what it is official: said now, or known; the regulation's instrument where it names one. */
const designationOf = ({ profile, directory }: Context, before: Account | undefined, typed: TypedAccount) => ({
  number: typed.number ?? before?.designation?.number,
  instrument:
    typed.instrument ??
    before?.designation?.instrument ??
    profile.accountDesignation?.instrument[directory.government.locale],
});

/** An end still to come stays when something else is changed; who registers the account as it is takes it back. */
const withEnd = (next: Account, before: Account | undefined, { now }: Context, anew: boolean): Account => {
  if (before?.until === undefined || isOver(before, now) || anew) return next;
  const kept = { ...next, until: before.until };
  return isDeepStrictEqual(kept, before) ? next : kept;
};

const saved = (context: Context, next: Account, before: Account | undefined, asking: Asking): Effects => {
  if (before && isDeepStrictEqual(next, before)) return asking.refuse(refuse("accountUnchanged", { account: next.id }));
  const isNew = !before || isOver(before, context.now);
  return accountEffects(context, next, isNew ? "registered" : "changed");
};

/** Registers an account of the agency, or changes the one of this medium and handle; what is missing is asked for. */
export const registerAccount = (context: Context, agency: Agency, typed: TypedAccount, asking: Asking): Effects => {
  const { directory, profile, now, ids } = context;
  const handle = handleOf(typed.handle);
  if (typeof handle !== "string") return asking.wrong("handle", handle);
  if (typed.medium === undefined) return asking.missing("medium");
  const medium = mediumOf(context, typed.medium);
  if (typeof medium !== "string") return asking.wrong("medium", medium);
  const known = directory.accounts.find(
    (each) => each.medium === medium && bareHandle(each.handle) === bareHandle(handle),
  );
  const isOthers = known !== undefined && known.agencyId !== agency.id;
  if (isOthers && !isOver(known, now))
    return asking.refuse(refuse("accountTaken", { account: known.id, agency: known.agencyId }));
  const before = isOthers ? undefined : known;
  const url = typed.url ?? before?.url;
  if (url === undefined) return asking.missing("url");
  const { number, instrument } = designationOf(context, before, typed);
  const isDesignated = number !== undefined || typed.instrument !== undefined || profile.accountDesignation;
  if (isDesignated && number === undefined) return asking.missing("number");
  if (number !== undefined && instrument === undefined) return asking.missing("instrument");
  const designation = number !== undefined && instrument !== undefined ? { designation: { instrument, number } } : {};
  const id = known?.id ?? ids.newId();
  const next = { id, agencyId: agency.id, medium, handle, url, ...designation, since: sinceOf(before, now) };
  return saved(context, withEnd(next, before, context, typed.anew === true), before, asking);
};
