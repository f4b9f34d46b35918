import type { ProposalContent } from "../../domain/proposal/model.js";

/** The hashtags in a text, each with its "#": a letter at least, and not the end of an address. */
export const hashtagsIn = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\p{N}_/&?=])#[\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu) ?? [];

/** What is posted: the body, and below it the hashtags that do not stand in it already. */
export const postText = ({ body, hashtags }: Pick<ProposalContent, "body" | "hashtags">): string => {
  const said = new Set(hashtagsIn(body).map((tag) => tag.toLowerCase()));
  const below = hashtags.map((tag) => `#${tag}`).filter((tag) => !said.has(tag.toLowerCase()));
  return below.length === 0 ? body : `${body}\n\n${below.join(" ")}`;
};
