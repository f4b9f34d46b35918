const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });
const encoder = new TextEncoder();

/** Characters as people see them. */
export const graphemesOf = (text: string): number => {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
};

/** UTF-16 code units. */
export const codeUnitsOf = (text: string): number => text.length;

/** Bytes of UTF-8. */
export const bytesOf = (text: string): number => encoder.encode(text).length;

const isEmoji = (grapheme: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(grapheme);

/** Threads: characters, an emoji by its bytes (https://developers.facebook.com/documentation/threads/posts). */
export const threadsUnitsOf = (text: string): number => {
  let count = 0;
  for (const { segment } of segmenter.segment(text)) count += isEmoji(segment) ? bytesOf(segment) : 1;
  return count;
};

/** Of X's counting: code points that weigh one; all others weigh two, and so does an emoji however it is composed. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4_351],
  [8_192, 8_205],
  [8_208, 8_223],
  [8_242, 8_247],
];
/** What X makes of every link. */
const LINK_LENGTH = 23;
/** Addresses, also without "https://": a domain with an ending people use. */
const LINK =
  /https?:\/\/\S+|(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(?:id|com|net|org|info|biz|co|tv|io|me|app|dev|xyz|site|online|link|page|news|gov|edu|int|ly|be|gl|sg|my)(?![\p{L}\p{N}-])(?:\/\S*)?/giu;

const weightOf = (point: number): number => (LIGHT.some(([from, to]) => point >= from && point <= to) ? 1 : 2);

const weighed = (text: string): number => {
  let weight = 0;
  for (const { segment } of segmenter.segment(text.normalize("NFC"))) {
    if (isEmoji(segment)) weight += 2;
    else for (const char of segment) weight += weightOf(char.codePointAt(0) ?? 0);
  }
  return weight;
};

/** X: weighted characters, each link as 23 (https://docs.x.com/fundamentals/counting-characters). */
export const weightedOf = (text: string): number => {
  const links = text.match(LINK)?.length ?? 0;
  return weighed(text.replace(LINK, "")) + links * LINK_LENGTH;
};
