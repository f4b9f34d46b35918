import { bold, plain, quote, text } from "../../chatkit/blocks.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { writtenOf } from "../../domain/proposal/queries.js";
import { inputWords } from "../../i18n/catalogue.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { formValues } from "../content/form-values.js";
import { readableValues } from "./notice-values.js";
import { writePress } from "./proposal-card.js";
import { differenceSpans } from "./text-difference.js";
import type { Scenery, View } from "./view.js";

/** What stands, as people read it. */
const standing = (scenery: Scenery, proposal: Proposal, name: string): string => {
  const files = writtenOf(proposal)?.attachments ?? [];
  return name === "files" ? files.map((file) => file.name).join(", ") : (formValues(scenery, proposal)[name] ?? "");
};

const differenceOf = (scenery: Scenery, proposal: Proposal, name: string, typed: string): readonly Block[] => {
  const { content, choices } = scenery.words;
  const label = bold(`${inputWords(scenery.words, "propose", name)?.label ?? name}: `);
  const stands = standing(scenery, proposal, name);
  if (name !== "text") return [text(label, plain(content.changed(choices[stands] ?? stands, choices[typed] ?? typed)))];
  const spans = differenceSpans(stands, typed);
  return [text(label, ...(spans ?? [])), text(bold(content.contested.typed)), quote(typed)];
};

/** What somebody filled in that others had changed since the form was opened: how it differs from what stands. */
export const contestedView = (scenery: Scenery, proposal: Proposal, { filled }: ContentOf<"contested">): View => {
  const { notice, content } = scenery.words;
  const { code } = proposal;
  const inputs = Object.keys(filled).join(",");
  const sentence = notice.contested(readableValues(scenery, "contested", { code, inputs }));
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...Object.entries(filled).flatMap(([name, typed]) => differenceOf(scenery, proposal, name, typed)),
    ],
    presses: [[writePress(scenery, proposal, content.buttons.write)]],
    pointer: content.contested.kept(code),
  };
};
