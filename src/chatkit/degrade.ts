import type { Capabilities } from "../ports/chat/capabilities.js";
import type { Block, Button, OutboundMessage, Span } from "../ports/chat/outbound.js";
import { bold, fileLine, note, plain, plainTextOf, spansText } from "./blocks.js";
import { splitText } from "./split-text.js";

type Texted = Extract<Block, { kind: "text" | "quote" | "note" }>;

/** A block is not cut below this: less says nothing. */
const LEAST_CHARS = 60;
/** What platforms put around a block (line breaks, quote marks, emphasis), counted generously. */
const FRAME_CHARS = 8;
const LINE_FRAME_CHARS = 2;

const isTexted = (block: Block): block is Texted =>
  block.kind === "text" || block.kind === "quote" || block.kind === "note";

const textOf = (block: Texted): string => spansText(block.spans);

/** How much room a block takes at most, in UTF-16 units. Links count with their address. */
export const roomOf = (block: Block): number => {
  const shown = plainTextOf([block]);
  if (shown === "") return 0;
  const addresses = "spans" in block ? block.spans.map((span) => (span.kind === "link" ? span.url.length : 0)) : [];
  const lines = shown.split("\n").length;
  return shown.length + FRAME_CHARS + lines * LINE_FRAME_CHARS + addresses.reduce((sum, each) => sum + each, 0);
};

const totalOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + roomOf(block), 0);

/** The spans up to `end`; links, mentions and times are kept whole or left out. */
const spansUpTo = (spans: readonly Span[], end: number): readonly Span[] => {
  const kept: Span[] = [];
  let left = end;
  for (const span of spans) {
    const shown = spansText([span]);
    if (shown.length <= left) kept.push(span);
    else if (
      left > 0 &&
      (span.kind === "plain" || span.kind === "bold" || span.kind === "italic" || span.kind === "code")
    )
      kept.push({ kind: span.kind, text: shown.slice(0, left) });
    left -= shown.length;
    if (left <= 0) break;
  }
  return kept;
};

const cutTo = (block: Texted, maxChars: number, pointer: string): Texted => {
  const whole = textOf(block);
  const first = splitText(whole, Math.max(2, maxChars - pointer.length - 1))[0] ?? "";
  const end = whole.indexOf(first) + first.length;
  return { kind: block.kind, spans: [...spansUpTo(block.spans, end), plain(` ${pointer}`)] };
};

/** Cuts the longest block again and again; what still does not fit goes from the end, but for files and what is to be copied. */
const fitText = (blocks: readonly Block[], maxChars: number, pointer: string): readonly Block[] => {
  const over = totalOf(blocks) - maxChars;
  if (over <= 0) return blocks;
  const texted = blocks.filter(isTexted);
  const longest = texted.reduce<Texted | undefined>(
    (found, block) => (found === undefined || roomOf(block) > roomOf(found) ? block : found),
    undefined,
  );
  const least = LEAST_CHARS + pointer.length;
  if (longest !== undefined && textOf(longest).length > least) {
    const cut = cutTo(longest, Math.max(least, textOf(longest).length - over), pointer);
    if (roomOf(cut) < roomOf(longest))
      return fitText(
        blocks.map((block) => (block === longest ? cut : block)),
        maxChars,
        pointer,
      );
  }
  const last = blocks.findLastIndex((block) => block.kind !== "file" && block.kind !== "code" && roomOf(block) > 0);
  return last <= 0 ? blocks : fitText(blocks.toSpliced(last, 1), maxChars, pointer);
};

const chunksOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const fitFields = (block: Extract<Block, { kind: "fields" }>, fields: Capabilities["fields"]): readonly Block[] => {
  if (fields !== "flattened") return chunksOf(block.items, fields.max).map((items) => ({ kind: "fields", items }));
  const spans = block.items.flatMap(({ label, value }, index) => [
    ...(index === 0 ? [] : [plain("\n")]),
    bold(label),
    plain(": "),
    ...value,
  ]);
  return [{ kind: "text", spans }];
};

const fitButton = (button: Button, forms: Capabilities["forms"]): Button => {
  if (button.kind !== "open-form" || forms.style === "modal") return button;
  const { form: _form, kind: _kind, ...rest } = button;
  return { kind: "act", ...rest };
};

/** Rows no wider and no more than the platform shows; the last ones go, every button has a command beside it. */
const fitButtons = (blocks: readonly Block[], { buttons, forms }: Capabilities): readonly Block[] => {
  let rows = 0;
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "buttons") return [block];
    const wanted = chunksOf(
      block.items.map((button) => fitButton(button, forms)),
      buttons.perRow,
    );
    const shown = wanted.slice(0, Math.max(0, buttons.rows - rows));
    rows += shown.length;
    return shown.map((items) => ({ kind: "buttons", items }));
  });
};

/** As many files as the platform takes, none too large for it and none beside words where it cannot; the others become a line each. */
const fitFiles = (blocks: readonly Block[], { files }: Capabilities): readonly Block[] => {
  const isWithin = files.beside !== true || blocks.every(({ kind }) => kind === "file");
  let left = isWithin ? files.perMessage : 0;
  return blocks.map((block) => {
    if (block.kind !== "file") return block;
    if (left <= 0 || block.sizeBytes > files.maxBytes) return note(fileLine(block));
    left -= 1;
    return block;
  });
};

/**
 * The message within what a platform can show. Fields become lines or smaller groups, buttons rows (one "buttons" block
 * each), form buttons plain ones where there are no forms,
 * files a platform cannot take a line with their name and alternative text. Where all text together is over the platform's limit, the
 * longest blocks are cut at the end of a sentence and end in `pointer`, which says where the rest is. A message that fits
 * keeps every character. What is to be copied is never cut: whoever makes the message divides it (code-pages.ts). Platforms' marks around blocks are counted generously; their escapes are not.
 */
export const degrade = (message: OutboundMessage, capabilities: Capabilities, pointer = "…"): OutboundMessage => {
  const { maxChars } = capabilities.text;
  const laidOut = fitFiles(message.blocks, capabilities).flatMap((block) =>
    block.kind === "fields" ? fitFields(block, capabilities.fields) : [block],
  );
  const blocks = fitText(fitButtons(laidOut, capabilities), maxChars, pointer);
  return { ...message, summary: splitText(message.summary, maxChars)[0] ?? "", blocks };
};
