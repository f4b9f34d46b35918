import { bold, fileBlock, fileLine, text } from "../../chatkit/blocks.js";
import type { Attachment } from "../../domain/attachment.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { Scenery, View } from "./view.js";

/** Files below the words they came with. */
export const fileBlocks = (attachments: readonly Attachment[]): readonly Block[] => attachments.map(fileBlock);

/** A file and nothing else. */
export const fileView = (file: Attachment): View => ({ summary: fileLine(fileBlock(file)), blocks: [fileBlock(file)] });

const names = (files: readonly Attachment[]): string => files.map(({ name }) => name).join(", ");

const without = (files: readonly Attachment[], others: readonly Attachment[]): readonly Attachment[] =>
  files.filter(({ key }) => others.every((each) => each.key !== key));

/** Which files came, went, or are described in other words since the version before; nothing where they are the same. */
export const fileChanges = (
  { words }: Scenery,
  before: readonly Attachment[],
  now: readonly Attachment[],
): readonly Block[] => {
  const { added, removed, described, reordered } = words.card.fileChanges;
  const reworded = now.filter(({ key, altText }) =>
    before.some((each) => each.key === key && each.altText !== altText),
  );
  const lines = [
    [added, without(now, before)],
    [removed, without(before, now)],
    [described, reworded],
  ] as const;
  const shown = lines.flatMap(([label, files]) => (files.length > 0 ? [text(bold(label), ` ${names(files)}`)] : []));
  const same = before.length === now.length && now.every(({ key }, at) => before[at]?.key === key);
  return shown.length > 0 || same ? shown : [text(bold(reordered))];
};
