import type { Entry } from "../platform/protocol.js";
import type { Double } from "./finding.js";
import { cardKey, ownKey, type SentRow } from "./sent-rows.js";

const isPost = ({ op, recognised }: Entry): boolean => op === "post" && !recognised;

const grouped = (entries: readonly Entry[], nameOf: (entry: Entry) => string | undefined): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return groups;
};

/**
 * Messages that were posted again under their key, each with who posted it the time before and who did it again.
 */
export function doublesUnderOneKey(
  rows: readonly SentRow[],
  claimed: ReadonlyMap<string, SentRow>,
  journal: readonly Entry[],
): readonly Double[] {
  return [...grouped(journal.filter(isPost), ({ key }) => key)].flatMap(([key, posts]) => {
    const row = claimed.get(key) ?? rows.find((one) => ownKey(one) === key || cardKey(one) === key);
    const chat = posts[0]?.chat ?? "";
    const marked = row?.ambiguous === true;
    return posts
      .slice(1)
      .map(({ from: by }, before) => ({ row: key, chat, from: posts[before]?.from ?? "", by, marked }));
  });
}

/**
 * Cards that were posted in a chat again as a new message under another key: that of the card's first post and a row's own,
 * or those of two rows. One that was there before this stretch of work is posted again by any post, which then counts as made by one process alone. Nothing in the
 * matrix deletes a message, so none has to be posted anew; where a chat has moved the card is in another chat.
 */
export function doublesUnderTwoKeys(rows: readonly SentRow[], journal: readonly Entry[]): readonly Double[] {
  const cards = new Map<string, { readonly card: string; readonly rows: SentRow[] }>();
  for (const row of rows.filter((one) => one.cardKey !== null)) {
    const known = cards.get(cardKey(row)) ?? { card: cardKey(row), rows: [] };
    known.rows.push(row);
    for (const key of [cardKey(row), ownKey(row)]) cards.set(key, known);
  }
  const firsts = [...grouped(journal.filter(isPost), ({ key }) => key).values()].flatMap((posts) => posts.slice(0, 1));
  const byChat = grouped(firsts, ({ key, chat }) =>
    cards.has(key) ? `${cards.get(key)?.card} in ${chat}` : undefined,
  );
  return [...byChat.values()].flatMap((posts) => {
    const ofCard = cards.get(posts[0]?.key ?? "")?.rows ?? [];
    const marked = ofCard.some(({ ambiguous }) => ambiguous);
    const isThere = ofCard.some(({ channel, postedBefore }) => postedBefore && channel === posts[0]?.chat);
    return posts.flatMap((post, place) => {
      const before = posts[place - 1];
      if (before === undefined && !isThere) return [];
      return [{ row: post.key, chat: post.chat, from: (before ?? post).from, by: post.from, marked }];
    });
  });
}
