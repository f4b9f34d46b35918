import { note, text } from "../../chatkit/blocks.js";
import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import { postableVersion } from "../../domain/proposal/queries.js";
import { mediumTextOf } from "../content/medium-text.js";
import { postText } from "../content/post-text.js";
import { fileBlocks } from "./attachments.js";
import { accountName } from "./proposal-words.js";
import { pressForm, type Scenery, type View } from "./view.js";

/** The exact text to post on one account, each post in a block of its own; of a text that no longer counts that is said. */
export const postTextView = (
  scenery: Scenery,
  proposal: Proposal,
  version: ProposalVersion,
  accountId: string,
): View | "drop" => {
  const { content: words, buttons } = scenery.words;
  const account = scenery.directory.accounts.find(({ id }) => id === accountId);
  if (!account) return "drop";
  const { parts, length, maxChars } = mediumTextOf(account.medium, postText(version.content));
  const title = words.postText(proposal.code, accountName(scenery, accountId));
  const current = postableVersion(proposal)?.id === version.id;
  const posted = proposal.publications.some((each) => each.versionId === version.id && each.accountId === accountId);
  return {
    summary: title,
    blocks: [
      text(title),
      ...(current || posted ? [] : [text(words.postOld(proposal.code))]),
      ...(parts.length > 1 ? [text(words.postParts(parts.length))] : []),
      ...parts.map((part) => ({ kind: "code" as const, text: part })),
      ...fileBlocks(version.content.attachments),
      ...(maxChars === undefined ? [] : [note(words.postLength(String(length), String(maxChars)))]),
    ],
    presses:
      current && !posted
        ? [
            [
              pressForm(
                buttons.posted,
                "posted",
                { code: proposal.code, account: `${account.medium}:${account.handle}` },
                "primary",
              ),
            ],
          ]
        : [],
    pointer: scenery.words.card.more(proposal.code),
  };
};
