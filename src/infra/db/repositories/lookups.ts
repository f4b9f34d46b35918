import type { ConversationRef, MessageRef, Platform } from "../../../ports/chat/refs.js";
import type { MessageContent } from "../../../ports/message-content.js";
import type { Dialogue, Reply, StoredAction } from "../../../ports/store.js";
import type { PrismaClient } from "../generated/client.js";
import { queryJson } from "./query-json.js";

interface DialogueRow {
  readonly command: string;
  readonly values: Dialogue["values"];
  readonly asking: string;
  readonly attachments: Dialogue["attachments"];
  readonly started_at: string;
}

interface ReplyRow {
  readonly id: string;
  readonly inquiry_id: string;
  readonly platform: Platform;
  readonly workspace: string;
  readonly channel: string;
  readonly message_id: string;
  readonly person_id: string;
  readonly text: string;
  readonly attachments: Reply["attachments"];
  readonly state: Reply["state"];
  readonly at: string;
}

const ofMessage = (row: string): string =>
  `${row}.platform = doc->>'platform' and ${row}.workspace = doc->>'workspace' and ${row}.channel = doc->>'channel'
  and ${row}.message_id = doc->>'id'`;

const INPUT = "(select $1::jsonb as doc) input";

/** A message that was edited has several rows: the newest is what it shows. */
const CONTENT = `
select o.content as value from outbox o, ${INPUT}
where o.government_id = doc->>'governmentId' and ${ofMessage("o")}
order by o.id desc limit 1`;

const ACTION = `
select t.action as value from action_token t, ${INPUT}
where t.government_id = doc->>'governmentId' and t.token = doc->>'token'`;

const DIALOGUE = `
select to_jsonb(d) as value from dialogue d, ${INPUT}
where d.government_id = doc->>'governmentId' and d.lane = doc->>'lane' and d.user_id = doc->>'userId'`;

const replyBy = (condition: string): string => `
select to_jsonb(r) as value from reply r, ${INPUT} where r.government_id = doc->>'governmentId' and ${condition}`;

const REPLY_BY_ID = replyBy("r.id = doc->>'id'");
const REPLY_BY_MESSAGE = replyBy(ofMessage("r"));

const MOVED_TO = `
select jsonb_build_object('platform', r.platform, 'workspace', r.to_workspace, 'channel', r.to_channel) as value
from relocation r, ${INPUT}
where r.platform = doc->>'platform' and r.workspace = doc->>'workspace' and r.channel = doc->>'channel'`;

/** The Reader's small questions: what a message shows, what a button means, what somebody was asked or replied. */
export const createLookups = (prisma: PrismaClient) => {
  const reply = async (sql: string, key: object): Promise<Reply | undefined> => {
    const row = await queryJson<ReplyRow>(prisma, sql, key);
    return row && replyOf(row);
  };
  return {
    contentOfMessage: (governmentId: string, message: MessageRef) =>
      queryJson<MessageContent>(prisma, CONTENT, { governmentId, ...message }),
    action: (governmentId: string, token: string) => queryJson<StoredAction>(prisma, ACTION, { governmentId, token }),
    dialogue: async (governmentId: string, lane: string, userId: string): Promise<Dialogue | undefined> => {
      const row = await queryJson<DialogueRow>(prisma, DIALOGUE, { governmentId, lane, userId });
      if (row === undefined) return undefined;
      const { command, values, asking, attachments, started_at } = row;
      return { command, values, asking, attachments, startedAt: new Date(started_at) };
    },
    movedTo: (conversation: ConversationRef) => queryJson<ConversationRef>(prisma, MOVED_TO, conversation),
    replyById: (governmentId: string, id: string) => reply(REPLY_BY_ID, { governmentId, id }),
    replyByMessage: (governmentId: string, message: MessageRef) =>
      reply(REPLY_BY_MESSAGE, { governmentId, ...message }),
  };
};

const replyOf = (row: ReplyRow): Reply => ({
  id: row.id,
  inquiryId: row.inquiry_id,
  message: { platform: row.platform, workspace: row.workspace, channel: row.channel, id: row.message_id },
  personId: row.person_id,
  text: row.text,
  attachments: row.attachments,
  state: row.state,
  at: new Date(row.at),
});
