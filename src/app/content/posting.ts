import { isProfile } from "../../domain/proposal/address.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import { notPostable, publishOn, replaceAddress } from "../../domain/proposal/publishing.js";
import { recordedVersion } from "../../domain/proposal/queries.js";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Account } from "../../domain/registry/model.js";
import type { Context } from "../context.js";
import {
  accountOfUrl,
  accountsMeant,
  accountsOf,
  accountsWaiting,
  isOnSite,
  mediumAt,
  ownersOf,
  severalAccounts,
  typedName,
  unknownAccount,
} from "./accounts.js";

/** Where content was posted, as somebody says it. */
export interface Posted {
  readonly url: string;
  /** The account, where it is named. */
  readonly account: string | undefined;
  /** Why this address takes the place of the one that was recorded. */
  readonly reason: string | undefined;
}

/** Several accounts may be meant: how one of them is named. */
const whichOf = (code: string, meant: readonly Account[], typed: string | undefined): Refusal =>
  typed === undefined
    ? refuse("whichAccount", { code, example: meant.slice(0, 1).map(typedName).join("") })
    : severalAccounts(meant, typed);

/** An account of the agency that was given up, where that is what is meant: named, or a target on whose site the address is. */
const endedMeant = (
  { directory, now }: Context,
  agencyId: string,
  targets: readonly string[],
  { url, account }: Posted,
): Account | undefined => {
  const over = directory.accounts.filter(
    (each) => each.agencyId === agencyId && each.until !== undefined && each.until <= now,
  );
  if (account !== undefined) return accountsMeant(over, account)[0];
  return over.find((each) => targets.includes(each.id) && isOnSite(each, url));
};

/** The account an address is recorded for: said, or seen from the address. */
const accountPosted = (context: Context, proposal: Proposal, posted: Posted): Account | Refusal => {
  const { url, account } = posted;
  const { code, agencyId } = proposal;
  const barred = notPostable(proposal);
  if (barred) return barred;
  const targets = recordedVersion(proposal)?.content.accountIds ?? [];
  const known = accountsOf(context.directory, agencyId, context.now);
  const waiting = accountsWaiting(context.directory, proposal, context.now);
  const meant = account === undefined ? known.filter(({ id }) => targets.includes(id)) : accountsMeant(known, account);
  const isKnown = account === undefined ? meant.some((each) => isOnSite(each, url)) : meant.length > 0;
  const ended = isKnown ? undefined : endedMeant(context, agencyId, targets, posted);
  if (ended?.until) return refuse("accountEnded", { code, account: ended.id, date: ended.until.toISOString() });
  const [first] = meant;
  if (!first) return account === undefined ? refuse("noAccount", { code }) : unknownAccount(known, account);
  const left = meant.filter(({ id }) => waiting.includes(id));
  const found = accountOfUrl(meant, left, url);
  return found ?? (left.length > 1 ? whichOf(code, left, account) : first);
};

/** The account whose address is mended: one it was posted on, also where that was given up since. */
const accountMended = ({ directory }: Context, proposal: Proposal, { url, account }: Posted): Account | Refusal => {
  const { code, agencyId, publications } = proposal;
  const own = directory.accounts.filter((each) => each.agencyId === agencyId);
  const posted = own.filter(({ id }) => publications.some(({ accountId }) => accountId === id));
  const meant = account === undefined ? posted : accountsMeant(own, account);
  if (meant.length === 0) return account === undefined ? refuse("notPosted", { code }) : unknownAccount(own, account);
  return accountOfUrl(meant, meant, url) ?? whichOf(code, meant, account);
};

/** Why an address cannot be that of a post on this account: it is no post, or somebody else's, or on another medium. */
const foreignAddress = ({ directory }: Context, account: Account, url: string): Refusal | undefined => {
  const { accounts } = directory;
  if (accounts.some((each) => isProfile(url, each))) return refuse("profileAddress", { url, account: account.id });
  const owners = ownersOf(accounts, url);
  const refused = (other: string) => refuse("otherSite", { url, account: account.id, other });
  const [owner] = owners;
  if (owner && !owners.includes(account)) return refused(owner.id);
  if (isOnSite(account, url)) return undefined;
  const other = accounts.find((each) => isOnSite(each, url))?.medium ?? mediumAt(url);
  return other === undefined ? undefined : refused(other);
};

/** The machine's answer, unless the address is not that of a post of its own on this account. */
const unlessForeign = async (
  context: Context,
  proposal: Proposal,
  account: Account,
  url: string,
  outcome: ProposalOutcome,
): Promise<ProposalOutcome> => {
  if (isRefusal(outcome)) return outcome;
  const foreign = foreignAddress(context, account, url);
  if (foreign) return foreign;
  const taken = await context.reader.proposalPostedAt(context.directory.government.id, url);
  return taken && taken.id !== proposal.id
    ? refuse("addressTaken", { code: proposal.code, taken: taken.code, url })
    : outcome;
};

/**
 * Content has a public address on every account, which is a post of its own. With a reason it takes the place of the one
 * that was recorded before.
 */
export const postedOn = (context: Context, proposal: Proposal, posted: Posted): Refusal | Promise<ProposalOutcome> => {
  const { url, reason } = posted;
  const account = (reason === undefined ? accountPosted : accountMended)(context, proposal, posted);
  if (isRefusal(account)) return account;
  const input = { accountId: account.id, url, by: context.person.id, at: context.now };
  const waiting = accountsWaiting(context.directory, proposal, context.now);
  const outcome =
    reason === undefined
      ? publishOn(proposal, { ...input, waiting, publicationId: context.ids.newId() })
      : replaceAddress(proposal, { ...input, reason });
  return unlessForeign(context, proposal, account, url, outcome);
};
