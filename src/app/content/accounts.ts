import { siteOf } from "../../domain/proposal/address.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { accountsLeft } from "../../domain/proposal/queries.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Account, Directory } from "../../domain/registry/model.js";

/** A handle without "@", in the one case in which handles are compared. */
export const bareHandle = (handle: string): string => handle.replace(/^@/, "").toLowerCase();

/** The agency's official accounts at this case time, in the registry's order. */
export const accountsOf = (directory: Directory, agencyId: string, now: Date): readonly Account[] =>
  directory.accounts.filter(
    (each) => each.agencyId === agencyId && each.since <= now && (each.until === undefined || now < each.until),
  );

/** The accounts a proposal was not posted on yet; those that were given up meanwhile are waited for no more. */
export const accountsWaiting = (directory: Directory, proposal: Proposal, now: Date): readonly string[] => {
  const over = directory.accounts.filter(({ until }) => until !== undefined && until <= now).map(({ id }) => id);
  return accountsLeft(proposal).filter((id) => !over.includes(id));
};

/** The account with this handle, with or without "@", or on this medium where the agency has only one there, or both: "x:handle". */
export const accountNamed = (accounts: readonly Account[], typed: string): Account | undefined => {
  const full = accounts.find(({ medium, handle }) => `${medium}:${bareHandle(handle)}` === typed.toLowerCase());
  if (full) return full;
  const named = accounts.filter(({ handle }) => bareHandle(handle) === bareHandle(typed));
  const found = named.length > 0 ? named : accounts.filter(({ medium }) => medium === typed.toLowerCase());
  return found.length === 1 ? found[0] : undefined;
};

/** Accounts by handle or medium, separated by spaces or commas; each once. */
export const accountsNamed = (accounts: readonly Account[], typed: string): readonly string[] | Refusal => {
  const ids = new Set<string>();
  for (const word of typed.split(/[\s,]+/).filter((each) => each !== "")) {
    const found = accountNamed(accounts, word);
    if (!found) {
      const known = accounts.map(({ handle }) => `@${handle}`).join(", ");
      return refuse("unknownAccount", { account: [...word].slice(0, 60).join(""), ...(known === "" ? {} : { known }) });
    }
    ids.add(found.id);
  }
  return [...ids];
};

const isOnSite = (account: Account, url: string): boolean =>
  URL.canParse(account.url) && siteOf(account.url) === siteOf(url);

/**
 * The account an address must be of: of those that are left the only one on the same site, else the one on that site that
 * is posted already, else the only one left. Undefined where that does not tell.
 */
export const accountOfUrl = (
  targets: readonly Account[],
  left: readonly Account[],
  url: string,
): Account | undefined => {
  const fits = left.filter((each) => isOnSite(each, url));
  if (fits.length > 0) return fits.length === 1 ? fits[0] : undefined;
  return targets.find((each) => isOnSite(each, url)) ?? (left.length === 1 ? left[0] : undefined);
};
