import type { Changes, HistoryEntry, OutboxDraft } from "../../../ports/store.js";
import { LeaseLost, VersionConflict } from "../../../ports/store.js";
import { registeredIds } from "../../registered-ids.js";
import { contentHash } from "../canonical-json.js";
import { databaseErrorOf } from "../database-error.js";
import type { PrismaClient } from "../generated/client.js";
import { caseToRows } from "./case-to-rows.js";
import { COMMIT_SQL } from "./commit-sql.js";
import { COMMIT_STATES } from "./commit-states.js";
import { proposalToRows } from "./proposal-rows.js";
import { queryJson } from "./query-json.js";
import { registryRows } from "./registry-rows.js";

const OUTBOX_KEY = "outbox_cause_key_key";
/** An account, a chat, an agency's code, the address of a post: had by two it is decided again on what there is then. */
const HAD_ONCE: ReadonlySet<string> = new Set([
  "account_government_id_medium_handle_key",
  "channel_platform_workspace_native_id_key",
  "agency_government_id_code_key",
  "invitation_government_id_hash_key",
  "content_publication_government_id_address_key",
]);

/**
 * Store.commit on PostgreSQL: one statement, so one round trip and one transaction. Errors of the database pass through
 * unchanged, see isRetryableDatabaseError; a step or card named twice in one commit is a bug and throws before it.
 */
export const createCommit =
  (prisma: PrismaClient) =>
  async (changes: Changes): Promise<void> => {
    rejectRepetition(changes.outbox.map((draft) => draft.step));
    rejectRepetition(changes.outbox.flatMap((draft) => draft.card?.key ?? []));
    rejectRepetition(registeredIds(changes.registry));
    try {
      await queryJson(prisma, statementOf(changes), commitDocument(changes));
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  };

const statementOf = ({ proposal, registry }: Changes): string => {
  if (registry) return COMMIT_SQL[proposal ? "proposalAndRegistry" : "caseAndRegistry"];
  return COMMIT_SQL[proposal ? "proposal" : "case"];
};

const rejectRepetition = (names: readonly string[]): void => {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`named twice in one commit: ${repeated}`);
};

const refusalOf = (error: unknown): Error | undefined => {
  const { code, constraint } = databaseErrorOf(error);
  if (code === COMMIT_STATES.versionConflict) return new VersionConflict("another version is stored", { cause: error });
  if (code === COMMIT_STATES.leaseLost) return new LeaseLost("the lease is no longer held", { cause: error });
  if (constraint !== undefined && HAD_ONCE.has(constraint))
    return new VersionConflict("another has it meanwhile", { cause: error });
  if (constraint === OUTBOX_KEY) return new LeaseLost("the cause has already had its effect", { cause: error });
  return undefined;
};

const commitDocument = (changes: Changes): object => {
  const { governmentId, cause } = changes;
  return {
    government_id: governmentId,
    inbox_id: cause.inboxId,
    lease_token: cause.leaseToken,
    ...subjectOf(changes),
    history: changes.history.map((entry) => historyRow(governmentId, entry)),
    outbox: changes.outbox.map((draft) => outboxRow(governmentId, cause.inboxId, draft)),
    pings: changes.pings.map((ping) => ({
      government_id: governmentId,
      inquiry_id: ping.inquiryId,
      forward_id: ping.forwardId,
      stage: ping.stage,
      agency_id: ping.agencyId,
      purpose: ping.purpose,
      due_at: ping.dueAt.toISOString(),
    })),
    cancel_pings_of: changes.cancelPingsOf,
    ...dialogueRow(changes),
    ...replyRow(changes),
    ...registryRows(changes),
  };
};

const subjectOf = ({ governmentId, case: about, proposal, redrawCases }: Changes): object => {
  if (about && proposal) throw new Error("one commit is about a case or a proposal, not both");
  if (proposal) {
    const { proposal: subject, ...parts } = proposalToRows(governmentId, proposal.next, proposal.year);
    return { subject, ...parts, redraw_cases: redrawCases ?? [] };
  }
  if (!about) return { forwards: [], answers: [], decisions: [], publications: [] };
  const { inquiry: subject, ...parts } = caseToRows(governmentId, about.next, about.year);
  return { subject, ...parts };
};

const historyRow = (governmentId: string, entry: HistoryEntry) => ({
  government_id: governmentId,
  subject_id: entry.subjectId,
  at: entry.at.toISOString(),
  actor: entry.actor,
  kind: entry.kind,
  content: entry.content,
  content_hash: contentHash(entry.content),
});

const outboxRow = (governmentId: string, inboxId: string, draft: OutboxDraft) => {
  const { platform, workspace, channel, thread } = draft.to;
  return {
    government_id: governmentId,
    cause_key: `${inboxId}:${draft.step}`,
    platform,
    workspace,
    channel,
    thread,
    lane: `${platform}:${workspace}:${channel}`,
    whisper_to: draft.whisperTo?.id,
    reply_to: draft.replyTo,
    expects_reply_from: draft.expectsReplyFrom?.id,
    content: draft.content,
    card_key: draft.card?.key,
    card_version: draft.card?.version,
    duties: draft.duties ?? [],
    when_unknown: draft.whenUnknown,
  };
};

const dialogueRow = ({ governmentId, dialogue }: Changes) => {
  if (dialogue === undefined) return {};
  const key = { lane: dialogue.lane, user_id: dialogue.userId };
  if (dialogue.set === null) return { ended_dialogue: key };
  const { command, values, asking, attachments, startedAt } = dialogue.set;
  return {
    dialogue: {
      ...key,
      government_id: governmentId,
      command,
      values,
      asking,
      attachments,
      started_at: startedAt.toISOString(),
    },
  };
};

const replyRow = ({ governmentId, reply }: Changes) => {
  if (reply === undefined) return {};
  const { platform, workspace, channel, id } = reply.message;
  return {
    reply: {
      id: reply.id,
      government_id: governmentId,
      inquiry_id: reply.inquiryId,
      platform,
      workspace,
      channel,
      message_id: id,
      person_id: reply.personId,
      text: reply.text,
      state: reply.state,
      attachments: reply.attachments,
      at: reply.at.toISOString(),
    },
  };
};
