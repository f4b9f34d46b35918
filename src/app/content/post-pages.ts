import { type CodePage, codePages, narrowestMessage } from "../../chatkit/code-pages.js";
import type { ProposalVersion } from "../../domain/proposal/model.js";
import type { Directory } from "../../domain/registry/model.js";
import { mediumTextOf } from "./medium-text.js";
import { postText } from "./post-text.js";

/** What is posted of a version on a medium, in as many messages as it takes to copy it whole. */
export const postPages = ({ content }: ProposalVersion, medium: string, maxChars: number): readonly CodePage[] =>
  codePages(mediumTextOf(medium, postText(content)).parts, maxChars);

/** The messages an account's text may need, on the narrowest platform; those a wider one does not need are not sent. */
export const postParts = (directory: Directory, version: ProposalVersion, accountId: string): readonly number[] => {
  const account = directory.accounts.find(({ id }) => id === accountId);
  return account ? postPages(version, account.medium, narrowestMessage).map((_, part) => part) : [];
};
