import { simulatorCapabilities } from "../../../adapters/simulator/capabilities.js";
import { surface } from "../../../src/app/surface.js";
import { createCompose } from "../../../src/app/views/compose.js";
import { mayUse } from "../../../src/app/views/may-use.js";
import { createStore } from "../../../src/infra/db/repositories/store.js";
import type { ConversationRef } from "../../../src/ports/chat/refs.js";
import type { MessageContent } from "../../../src/ports/message-content.js";
import type { Entry } from "../platform/protocol.js";
import type { Database } from "./database.js";

/** A card that was to be drawn: where it is, and how it has to look. */
export interface DrawnCard {
  readonly key: string;
  readonly chat: string;
  readonly message: string;
  /** What the program says it shows, and the newest version there is a row of. */
  readonly shown: number;
  readonly newest: number;
  /** Its blocks as the case is now; undefined: it does not follow the case any more. */
  readonly blocks: string | undefined;
}

interface NewestRow extends Omit<DrawnCard, "blocks"> {
  readonly governmentId: string;
  readonly to: ConversationRef;
  readonly content: MessageContent;
  readonly follows: boolean;
}

/** The newest row of each card; one that was given up has nothing to show. */
const NEWEST = `select n.*, c.channel as chat, c.message_id as message, c.shown_version as shown,
    n.content->>'kind' = 'case-card' or coalesce(i.version = n.newest, false) as follows
  from (select distinct on (government_id, card_key) government_id as "governmentId", card_key as key, content->>'inquiryId' as inquiry_id,
               card_version as newest, state, content,
               jsonb_build_object('platform', platform, 'workspace', workspace, 'channel', channel) as to
          from outbox where id > $1::bigint and card_key is not null
         order by government_id, card_key, card_version desc, id desc) n
  join card c on c.government_id = n."governmentId" and c.key = n.key
  left join inquiry i on i.id = n.inquiry_id
 where n.state <> 'dead' order by 1, 2`;

/** The cards of which rows were written after the one with the id `since`, made by the program's own means. */
export async function readCards(
  database: Pick<Database, "rows" | "prisma">,
  since: string,
): Promise<readonly DrawnCard[]> {
  const compose = createCompose({ store: createStore(database.prisma), surface, mayUse });
  const cards: DrawnCard[] = [];
  for (const { governmentId, to, content, follows, ...card } of await database.rows<NewestRow>(NEWEST, since)) {
    const made = follows ? await compose(governmentId, content, simulatorCapabilities, to) : "drop";
    cards.push({ ...card, blocks: made === "drop" ? undefined : JSON.stringify(made.message.blocks) });
  }
  return cards;
}

/** Times are written with their year only while it is not the present one, and case time moves by days in a moment. */
const withoutYears = (blocks: string): string =>
  blocks.replaceAll(/(\d{1,2} \p{L}{3}) \d{4} (\d\d[.:]\d\d)/gu, "$1 $2");

/**
 * Cards that do not show what they should once all is quiet: the version the program says is below the newest row's, or
 * what the platform shows last is not what the case looks like now, buttons included. The latter is compared as text, made
 * anew from the database; the version alone where a card does not follow its case any more (an approval card of a former text).
 * Looked at is the message the program takes for the card: a double of it is counted elsewhere.
 */
export const staleCards = (cards: readonly DrawnCard[], journal: readonly Entry[]): readonly string[] => {
  const last = new Map<string, string>();
  for (const { op, chat, id, text, recognised } of journal)
    if ((op === "post" || op === "edit") && !recognised) last.set(`${chat} ${id}`, withoutYears(text));
  return cards.flatMap(({ key, chat, message, shown, newest, blocks }) => {
    const drawn = last.get(`${chat} ${message}`);
    if (shown < newest) return [`${key} in ${chat} is at version ${shown}, not ${newest}`];
    if (drawn === undefined) return [`${key} in ${chat} was to be drawn and was not`];
    return blocks === undefined || withoutYears(blocks) === drawn
      ? []
      : [`${key} in ${chat} shows an old state: ${drawn}`];
  });
};
