import type { ProposalContent } from "../../domain/proposal/model.js";

/** What is posted: the body, and below it the hashtags that do not stand in it already. */
export const postText = ({ body, hashtags }: Pick<ProposalContent, "body" | "hashtags">): string => {
  const said = new Set((body.match(/#[\p{L}\p{N}_]+/gu) ?? []).map((tag) => tag.toLowerCase()));
  const below = hashtags.map((tag) => `#${tag}`).filter((tag) => !said.has(tag.toLowerCase()));
  return below.length === 0 ? body : `${body}\n\n${below.join(" ")}`;
};
