import { mediumOfSite } from "../../domain/medium/sites.js";
import { sharedWithProfile, siteOf } from "../../domain/proposal/address.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { accountsLeft } from "../../domain/proposal/queries.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Account, Directory } from "../../domain/registry/model.js";
import { excerptOf } from "../excerpt.js";

/** A handle without "@", in the one case in which handles are compared. */
export const bareHandle = (handle: string): string => handle.replace(/^@/, "").toLowerCase();

/** The agency's official accounts at this case time, in the registry's order. */
export const accountsOf = (directory: Directory, agencyId: string, now: Date): readonly Account[] =>
  directory.accounts.filter(
    (each) => each.agencyId === agencyId && each.since <= now && (each.until === undefined || now < each.until),
  );

/**
 * The accounts a proposal was not posted on yet; those that were given up meanwhile are waited for no more, also where
 * another agency has them now.
 */
export const accountsWaiting = (directory: Directory, proposal: Proposal, now: Date): readonly string[] => {
  const lost = directory.accounts.filter(
    ({ agencyId, until }) => agencyId !== proposal.agencyId || (until !== undefined && until <= now),
  );
  return accountsLeft(proposal).filter((id) => lost.every((each) => each.id !== id));
};

/** What is typed for exactly one account: "x:dukcapil.contoh". The same handle is often used on several media. */
export const typedName = ({ medium, handle }: Account): string => `${medium}:${handle}`;

/** The accounts with this handle, with or without "@", or on this medium, or both: "x:handle". */
export const accountsMeant = (accounts: readonly Account[], typed: string): readonly Account[] => {
  const [medium = "", ...handle] = typed.toLowerCase().split(":");
  const bare = bareHandle(handle.join(":"));
  const full = accounts.filter((each) => each.medium === medium && bareHandle(each.handle) === bare);
  if (full.length > 0) return full;
  const named = accounts.filter((each) => bareHandle(each.handle) === bareHandle(typed));
  return named.length > 0 ? named : accounts.filter((each) => each.medium === typed.toLowerCase());
};

/** None of these accounts is the one that was typed: which there are. */
export const unknownAccount = (accounts: readonly Account[], typed: string): Refusal => {
  const known = accounts.map(typedName).join(", ");
  return refuse("unknownAccount", { account: excerptOf(typed), ...(known === "" ? {} : { known }) });
};

/** Several accounts are what was typed: how one is named. */
export const severalAccounts = (meant: readonly Account[], typed: string): Refusal =>
  refuse("severalAccounts", { account: excerptOf(typed), example: meant.slice(0, 1).map(typedName).join("") });

/** Accounts by handle or medium, separated by spaces or commas; each once. */
export const accountsNamed = (accounts: readonly Account[], typed: string): readonly string[] | Refusal => {
  const ids = new Set<string>();
  for (const word of typed.split(/[\s,]+/).filter((each) => each !== "")) {
    const [found, ...others] = accountsMeant(accounts, word);
    if (!found) return unknownAccount(accounts, word);
    if (others.length > 0) return severalAccounts([found], word);
    ids.add(found.id);
  }
  return [...ids];
};

/** Whether an address is on the account's own site, or on that of its medium. */
export const isOnSite = (account: Account, url: string): boolean => {
  const site = siteOf(url);
  return mediumOfSite(site) === account.medium || (URL.canParse(account.url) && siteOf(account.url) === site);
};

/** The medium on whose site an address is, if it is on that of one. */
export const mediumAt = (url: string): string | undefined => mediumOfSite(siteOf(url));

/** Those below whose profile an address lies. */
export const ownersOf = (accounts: readonly Account[], url: string): readonly Account[] => {
  const shared = (account: Account): number => sharedWithProfile(url, account.url);
  const most = Math.max(1, ...accounts.map(shared));
  return accounts.filter((account) => shared(account) === most);
};

/** The only one of several on one site, or the one below whose profile the address lies. */
const onlyOne = (accounts: readonly Account[], url: string): Account | undefined => {
  if (accounts.length === 1) return accounts[0];
  const owners = ownersOf(accounts, url);
  return owners.length === 1 ? owners[0] : undefined;
};

/**
 * The account an address must be of: of those that are left the one on its site, else the one on that site that is posted
 * already, else the only one left. Undefined where that does not tell.
 */
export const accountOfUrl = (
  targets: readonly Account[],
  left: readonly Account[],
  url: string,
): Account | undefined => {
  const fits = left.filter((each) => isOnSite(each, url));
  if (fits.length > 0) return onlyOne(fits, url);
  return targets.find((each) => isOnSite(each, url)) ?? (left.length === 1 ? left[0] : undefined);
};
