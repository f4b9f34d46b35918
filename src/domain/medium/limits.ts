import { bytesOf, codeUnitsOf, graphemesOf, threadsUnitsOf, weightedOf } from "./lengths.js";

/** What a medium takes in one post today, and how it counts. */
export interface MediumLimit {
  readonly maxChars: number;
  /** The length of a text as the medium counts it. */
  readonly lengthOf: (text: string) => number;
  /** Longer texts are posted as a thread of several posts there. */
  readonly threads: boolean;
  /** Where the figure is written: by the platform itself, or else in `LISTED`. */
  readonly source: string;
}

/** A list of limits kept by a posting service, for platforms that publish none. */
const LISTED = "https://docs.upload-post.com/resources/character-limits";

const graphemes = (maxChars: number, source: string): MediumLimit => ({
  maxChars,
  lengthOf: graphemesOf,
  threads: false,
  source,
});

/**
 * By the code of the profiles' media, as read on 2026-11-26. Media without an entry (blogs, wikis, forums) have no limit
 * that a post would meet.
 */
export const mediumLimits: Readonly<Record<string, MediumLimit>> = {
  x: {
    maxChars: 280,
    lengthOf: weightedOf,
    threads: true,
    source: "https://docs.x.com/fundamentals/counting-characters",
  },
  threads: {
    maxChars: 500,
    lengthOf: threadsUnitsOf,
    threads: true,
    source: "https://developers.facebook.com/documentation/threads/posts",
  },
  instagram: graphemes(2_200, "https://developers.facebook.com/docs/instagram-platform/content-publishing"),
  tiktok: {
    maxChars: 2_200,
    lengthOf: codeUnitsOf,
    threads: false,
    source: "https://developers.tiktok.com/doc/content-posting-api-reference-direct-post",
  },
  youtube: {
    maxChars: 5_000,
    lengthOf: bytesOf,
    threads: false,
    source: "https://developers.google.com/youtube/v3/docs/videos#snippet.description",
  },
  facebook: graphemes(63_206, LISTED),
  linkedin: graphemes(3_000, LISTED),
  whatsapp: graphemes(4_096, "https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages"),
  line: {
    maxChars: 5_000,
    lengthOf: codeUnitsOf,
    threads: false,
    source: "https://developers.line.biz/en/reference/messaging-api/#text-message",
  },
  pinterest: graphemes(500, LISTED),
};
