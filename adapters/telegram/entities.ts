/** What a stretch of text is shown as: https://core.telegram.org/bots/api#messageentity. */
export type Mark =
  | { readonly type: "bold" | "italic" | "code" | "pre" | "blockquote" }
  | { readonly type: "text_link"; readonly url: string }
  | {
      readonly type: "text_mention";
      readonly user: { readonly id: number; readonly is_bot: false; readonly first_name: string };
    };

/** A mark and where it is, in UTF-16 units. */
export type Entity = Mark & { readonly offset: number; readonly length: number };

/** A text as the Bot API takes it: never any markup. */
export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * Telegram keeps a hundred of a message's entities, those that only decorate last, and drops the others silently:
 * get_input_message_entities in td/telegram/MessageEntity.cpp of https://github.com/tdlib/td.
 */
const MOST_ENTITIES = 100;

/** What Telegram takes out of a text before it looks for mentions: clean_input_string_with_entities in the same file. */
const DROPPED = "[\\r\\u030A\\u0333\\u033F\\u2028-\\u202E]*";
/** No name is shorter than three (find_mentions there); what follows a letter or digit is an address of e-mail. */
const MENTION = new RegExp(`(?<![A-Za-z0-9_])@(?:${DROPPED}[A-Za-z0-9_]){3,}`, "g");

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

const endOf = ({ offset, length }: Stretch): number => offset + length;
const meets = (a: Stretch, b: Stretch): boolean => a.offset < endOf(b) && b.offset < endOf(a);
const isDecoration = ({ type }: Entity): boolean => type === "bold" || type === "italic";
const inOrder = (a: Stretch, b: Stretch): number => a.offset - b.offset || b.length - a.length;

/** The whole graphemes a stretch is part of. */
const widened = (segments: Intl.Segments, stretch: Stretch): Stretch => {
  const offset = segments.containing(stretch.offset)?.index ?? stretch.offset;
  const last = segments.containing(endOf(stretch) - 1);
  return { offset, length: (last ? last.index + last.segment.length : endOf(stretch)) - offset };
};

/** What is left of a stretch outside the others, which are in order. */
const outside = (stretch: Stretch, others: readonly Stretch[]): readonly Stretch[] => {
  const cut = others.filter((other) => meets(stretch, other));
  const starts = [stretch.offset, ...cut.map(endOf)];
  const ends = [...cut.map(({ offset }) => offset), endOf(stretch)];
  return starts.map((offset, index) => ({ offset, length: (ends[index] ?? offset) - offset }));
};

const covered = ({ text, entities }: Formatted): readonly Entity[] => {
  const segments = graphemes.segment(text);
  const firm = entities.filter(({ type }) => type !== "bold" && type !== "italic" && type !== "blockquote");
  const names = [...text.matchAll(MENTION)]
    .map((found) => ({ offset: found.index, length: found[0].length }))
    .filter((name) => !firm.some((entity) => meets(entity, name)));
  const covers = names.map((name) => {
    const wide = widened(segments, name);
    return { type: "code" as const, ...(firm.some((entity) => meets(entity, wide)) ? name : wide) };
  });
  const others = entities.flatMap((entity) =>
    isDecoration(entity)
      ? outside(entity, covers)
          .filter(({ offset, length }) => text.slice(offset, offset + length).trim() !== "")
          .map((part) => ({ ...entity, ...part }))
      : [entity],
  );
  return [...others, ...covers].sort(inOrder);
};

/**
 * The same text in which nobody is mentioned but by an entity: Telegram makes mentions of `@names` by itself and tells those
 * people, but not inside `code`, which shows every character as it is (merge_new_entities in MessageEntity.cpp, as above). With
 * more such entities than Telegram keeps, all of the text is one block of code.
 */
export const withinLimit = (formatted: Formatted): Formatted => {
  const { text } = formatted;
  const entities = covered(formatted);
  const firm = entities.filter((entity) => !isDecoration(entity));
  if (firm.length > MOST_ENTITIES) return { text, entities: [{ type: "pre", offset: 0, length: text.length }] };
  const decorations = entities.filter(isDecoration).slice(0, MOST_ENTITIES - firm.length);
  return { text, entities: [...firm, ...decorations].sort(inOrder) };
};
