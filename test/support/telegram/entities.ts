import type { Entity } from "./objects.js";
import { badRequest } from "./refusal.js";

/** A text with what is marked in it. */
export interface Marked {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** What Telegram marks by itself in what somebody typed (https://core.telegram.org/bots/api#messageentity). */
const FOUND: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  { type: "bot_command", pattern: /(?<![^\s])\/[a-z0-9_]{1,32}(?:@[a-z0-9_]{5,32})?(?![\w/@])/gi },
  { type: "mention", pattern: /(?<!\w)@[a-z0-9_]{3,32}(?!\w)/gi },
  { type: "url", pattern: /https?:\/\/[^\s<>"]+/gi },
  { type: "hashtag", pattern: /(?<!\w)#[\p{L}\d_]+/gu },
];

/** Inside of these nothing is found. */
const VERBATIM: ReadonlySet<string> = new Set(["code", "pre", "text_link", "url"]);

/** The entities of a text: those given, and what Telegram finds outside of code and links. */
export const withFoundEntities = ({ text, entities }: Marked): readonly Entity[] => {
  const taken = entities.filter(({ type }) => VERBATIM.has(type));
  const found: Entity[] = [];
  for (const { type, pattern } of FOUND)
    for (const match of text.matchAll(pattern)) {
      const one = { type, offset: match.index, length: match[0].length };
      const isFree = [...taken, ...found].every(
        (other) => other.offset + other.length <= one.offset || one.offset + one.length <= other.offset,
      );
      if (isFree) found.push(one);
    }
  return [...entities, ...found].sort((one, other) => one.offset - other.offset || other.length - one.length);
};

const DROPPED = /\r|[\u2028-\u202E]|\u0333|\u033F|\u030A/;
const BLANKED = /[\0-\x09\x0B\x0C\x0E-\x1F]/;

/**
 * What Telegram's server makes of each character of a bot's text: line and paragraph separators, bidirectional overrides and
 * three vertical marks are dropped, control characters become blanks, as do runs of direction marks up to the last (`clean_input_string`,
 * https://github.com/tdlib/td/blob/master/td/telegram/misc.cpp).
 */
const cleanedUnit = (text: string, at: number): string => {
  const unit = text.charAt(at);
  if (DROPPED.test(unit)) return "";
  if (BLANKED.test(unit)) return " ";
  return /[\u200E\u200F]/.test(unit) && /[\u200E\u200F]/.test(text.charAt(at + 1)) ? "\u200C" : unit;
};

/** A text without the blanks around it, as Telegram keeps what anybody writes. */
export const trimmed = (text: string): string => text.replace(/^[ \n]+|[ \n]+$/g, "");

const kept = ({ text, entities }: Marked): Marked => {
  const places: number[] = [];
  let cleaned = "";
  for (let at = 0; at < text.length; at += 1) {
    places.push(cleaned.length);
    cleaned += cleanedUnit(text, at);
  }
  places.push(cleaned.length);
  const lead = cleaned.length - cleaned.replace(/^[ \n]+/, "").length;
  const shown = trimmed(cleaned);
  const placeOf = (offset: number): number => Math.min(Math.max((places[offset] ?? 0) - lead, 0), shown.length);
  const moved = entities.map((entity) => {
    const offset = placeOf(entity.offset);
    return { ...entity, offset, length: placeOf(entity.offset + entity.length) - offset };
  });
  return { text: shown, entities: moved.filter(({ length }) => length > 0) };
};

/** A bot's text as Telegram keeps it: cleaned, without blanks around it. */
export const keptText = (text: string): string => kept({ text, entities: [] }).text;

const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};

const checkBounds = (text: string, { offset, length }: Entity): void => {
  const end = offset + length;
  if (offset < 0 || length <= 0 || end > text.length) throw badRequest("ENTITY_BOUNDS_INVALID");
  if (splitsPair(text, offset) || splitsPair(text, end))
    throw badRequest("entity begins or ends in a middle of a UTF-16 symbol");
};

/**
 * Whether Telegram takes an address: of the web its host has a dot, others it knows by their scheme (`check_link`,
 * https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp).
 */
export const isAddress = (address: string | undefined): boolean => {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "tg:" || (/^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname));
};

/** Only these decorate: of more than a hundred entities they are dropped first. */
const DECORATIONS: ReadonlySet<string> = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);
/** Telegram keeps so many (`get_input_message_entities`, https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp). */
const MOST_ENTITIES = 100;

const mostOf = (entities: readonly Entity[]): readonly Entity[] => {
  const isDecoration = ({ type }: Entity): boolean => DECORATIONS.has(type);
  const firm = entities.filter((entity) => !isDecoration(entity));
  return [...firm, ...entities.filter(isDecoration)].slice(0, MOST_ENTITIES);
};

/**
 * A bot's text as Telegram would take it, or its refusal; `maxChars` counts UTF-16 units after cleaning. A caption may be empty.
 */
export const takenText = (given: Marked, maxChars: number, what: "message" | "message caption"): Marked => {
  if (/\p{Surrogate}/u.test(given.text)) throw badRequest("strings must be encoded in UTF-8");
  if (what === "message" && given.text === "") throw badRequest("message text is empty");
  for (const entity of given.entities) checkBounds(given.text, entity);
  if (given.entities.some(({ type, url }) => type === "text_link" && !isAddress(url)))
    throw badRequest("Wrong HTTP URL");
  const { text, entities } = kept({ text: given.text, entities: mostOf(given.entities) });
  if (what === "message" && /^[\s\u200B-\u200F\uFEFF\u00A0]*$/.test(text)) throw badRequest("text must be non-empty");
  if (text.length > maxChars) throw badRequest(`${what} is too long`);
  return { text, entities: withFoundEntities({ text, entities }) };
};
