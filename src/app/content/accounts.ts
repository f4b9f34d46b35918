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

const hostOf = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|mobile)\./, "");

/** Of these the account an address must be of: the only one, or the only one whose own address is on the same site. */
export const accountOfUrl = (accounts: readonly Account[], url: string): Account | undefined => {
  if (accounts.length === 1) return accounts[0];
  const fits = accounts.filter((each) => URL.canParse(each.url) && hostOf(each.url) === hostOf(url));
  return fits.length === 1 ? fits[0] : undefined;
};
