import { linkTo, note, plain, text } from "../../chatkit/blocks.js";
import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import { postableVersion, postedBefore, recordedVersion } from "../../domain/proposal/queries.js";
import type { Account } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { MessageContent } from "../../ports/message-content.js";
import { accountsWaiting } from "../content/accounts.js";
import { mediumTextOf } from "../content/medium-text.js";
import { postPages } from "../content/post-pages.js";
import { postText } from "../content/post-text.js";
import { fileBlocks } from "./attachments.js";
import { accountName } from "./proposal-words.js";
import { type Press, pressForm, type Scenery, type View } from "./view.js";

type PostText = Extract<MessageContent, { kind: "post-text" }>;

const postedPress = ({ words }: Scenery, code: string, versionId: string, { medium, handle }: Account): Press =>
  pressForm(
    words.buttons.posted,
    "posted",
    { code, account: `${medium}:${handle}`, answer: versionId },
    "primary",
    "postedContent",
  );

/** A longer address would take the room of the text (src/chatkit/code-pages.ts): it stands on the card. */
const LONGEST_ADDRESS = 150;

/** What is posted there already, which this text replaces. */
const replacedBlocks = (
  { words }: Scenery,
  proposal: Proposal,
  version: ProposalVersion,
  accountId: string,
): readonly Block[] =>
  postedBefore(proposal, version)
    .filter((each) => each.accountId === accountId)
    .map(({ url }) => {
      const { postReplaces } = words.content;
      const known = url.length <= LONGEST_ADDRESS ? linkTo(url) : plain(postReplaces.elsewhere(proposal.code));
      return text(`${postReplaces.what(version.corrects)} `, known);
    });

/** What is said instead of a text that is not to be posted: it is another's turn, the account is no more, or it was left out. */
const shownInstead = (
  { directory, now }: Scenery,
  proposal: Proposal,
  { id }: ProposalVersion,
  accountId: string,
): "postOld" | "postEnded" | "postLeft" | undefined => {
  if (recordedVersion(proposal)?.id !== id) return "postOld";
  if (!accountsWaiting(directory, proposal, now).includes(accountId)) return "postEnded";
  return postableVersion(proposal) ? undefined : "postLeft";
};

/**
 * The exact text to post on one account, each post whole in a block of its own, in as many messages as the platform needs;
 * files, length and button stand in the last. Of a text that no longer counts, or whose account was given up, only that is said. A copy for one person
 * has no button: it says where that is, and which text counts.
 */
export const postTextView = (
  scenery: Scenery,
  proposal: Proposal,
  version: ProposalVersion,
  { accountId, part = 0, copy }: PostText,
): View | "drop" => {
  const { content: words, card } = scenery.words;
  const account = scenery.directory.accounts.find(({ id }) => id === accountId);
  if (!account) return "drop";
  const { parts, length, maxChars } = mediumTextOf(account.medium, postText(version.content));
  const pages = postPages(version, account.medium, scenery.maxChars);
  const page = pages[part];
  if (!page) return "drop";
  const last = part === pages.length - 1;
  const name = accountName(scenery, accountId);
  const where = pages.length > 1 ? `${name} (${part + 1}/${pages.length})` : name;
  const posted = proposal.publications.some((each) => each.versionId === version.id && each.accountId === accountId);
  const { code, version: shownVersion } = proposal;
  if (!posted) {
    const instead = shownInstead(scenery, proposal, version, accountId);
    if (instead) {
      const said = words[instead](code, where);
      return { summary: said, blocks: [text(said)], shownVersion };
    }
  }
  const title = posted ? words.postDone(code, where) : words.postText(code, where);
  return {
    summary: title,
    blocks: [
      text(title),
      ...(posted || part > 0 ? [] : replacedBlocks(scenery, proposal, version, accountId)),
      ...(parts.length > 1 ? [text(words.postParts(parts.length))] : []),
      ...(page.pieces ? [text(words.postPieces)] : []),
      ...page.blocks.map((each) => ({ kind: "code" as const, text: each })),
      ...(last ? fileBlocks(version.content.attachments) : []),
      ...(maxChars === undefined || !last ? [] : [note(words.postLength(String(length), String(maxChars)))]),
      ...(copy && !posted && last ? [note(words.postCopy(code))] : []),
    ],
    presses: !posted && !copy && last ? [[postedPress(scenery, code, version.id, account)]] : [],
    pointer: card.more(code),
    shownVersion,
  };
};
