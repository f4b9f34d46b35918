import { refuse } from "../../domain/refusal.js";
import type { Account, Agency } from "../../domain/registry/model.js";
import { dayIn, endOfDay } from "../../domain/time/local-day.js";
import { accountsMeant, accountsOf, bareHandle, unknownAccount } from "../content/accounts.js";
import { wantedDay } from "../content/wanted-day.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { accountEffects } from "./account-effects.js";
import type { Asking } from "./asking.js";
import { mediumOf } from "./register-account.js";

interface Typed {
  readonly handle: string;
  readonly medium?: string | undefined;
  readonly until: string;
}

const namedIn = (accounts: readonly Account[], handle: string, medium: string | undefined): readonly Account[] => {
  const same = accounts.filter((each) => bareHandle(each.handle) === bareHandle(handle));
  const byMedium = medium === undefined ? same : same.filter((each) => each.medium === medium);
  if (byMedium.length > 0) return byMedium;
  return medium === undefined ? accountsMeant(accounts, handle) : [];
};

/** Today it ends at once; any other day counts whole. */
const endOf = ({ directory, now }: Context, day: string): Date => {
  const { zone } = directory.government;
  return day === dayIn(zone, now) ? now : endOfDay(zone, day);
};

/** The agency gives an account up on a day. It stays in the registry: what was posted on it stays readable. */
export const endAccount = (context: Context, agency: Agency, typed: Typed, asking: Asking): Effects => {
  const { directory, now } = context;
  const medium = typed.medium === undefined ? undefined : mediumOf(context, typed.medium);
  if (typeof medium === "object") return asking.wrong("medium", medium);
  const accounts = accountsOf(directory, agency.id, now);
  const [account, ...others] = namedIn(accounts, typed.handle, medium);
  if (!account) return asking.wrong("handle", unknownAccount(accounts, typed.handle));
  if (others.length > 0) return asking.missing("medium");
  const day = wantedDay(typed.until, now, directory.government.zone);
  if (day === undefined) return asking.wrong("until", refuse("badDay", { day: excerptOf(typed.until) }));
  const until = endOf(context, day);
  if (until <= account.since) return asking.wrong("until", refuse("badPeriod", { date: account.since.toISOString() }));
  return accountEffects(context, { ...account, until }, "ended");
};
