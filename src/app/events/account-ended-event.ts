import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalDone } from "../../domain/proposal/outcome.js";
import { finish } from "../../domain/proposal/publishing.js";
import { isRefusal } from "../../domain/refusal.js";
import type { Directory } from "../../domain/registry/model.js";
import type { InboxPayload } from "../../ports/protocol.js";
import type { Changes, Reader } from "../../ports/store.js";
import { accountsWaiting } from "../content/accounts.js";
import { contentConsequences } from "../content/consequences.js";
import { endedTextCards } from "../content/text-cards.js";
import { nothing } from "./delivery-event.js";

/** Nothing is left to be posted: what was posted was all. Where nothing was, somebody chooses other accounts. */
const finished = (directory: Directory, proposal: Proposal, at: Date): ProposalDone => {
  const unchanged = { next: proposal, facts: [] };
  if (accountsWaiting(directory, proposal, at).length > 0) return unchanged;
  const done = finish(proposal, { at });
  return isRefusal(done) ? unchanged : done;
};

/**
 * An account was given up on which content was still to be posted: its text is drawn anew and says so, and the proposal is
 * done where no account is left. Nothing is, where the account was registered again meanwhile.
 */
export const accountEndedChanges = async (
  reader: Reader,
  cause: Changes["cause"],
  { governmentId, proposalId, accountId }: Extract<InboxPayload, { type: "account-ended" }>,
): Promise<Changes> => {
  const { directory, now } = await reader.sceneOfGovernment(governmentId);
  const proposal = await reader.proposalById(governmentId, proposalId);
  if (proposal?.status !== "ready" || accountsWaiting(directory, proposal, now).includes(accountId))
    return nothing(governmentId, cause);
  const done = finished(directory, proposal, now);
  const follows = contentConsequences(directory, proposal, done, now, undefined);
  const texts = endedTextCards(directory, proposal, accountId);
  return { governmentId, cause, ...follows, outbox: [...follows.outbox, ...texts] };
};
