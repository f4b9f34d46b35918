import { note, text } from "../../chatkit/blocks.js";
import type { Case } from "../../domain/inquiry/model.js";
import { inputWords } from "../../i18n/catalogue.js";
import type { FormInput } from "../../ports/chat/forms.js";
import type { Surface } from "../../ports/chat/surface.js";
import type { MessageContent } from "../../ports/message-content.js";
import { choiceList, readableValues } from "./notice-values.js";
import type { Scenery, View } from "./view.js";

type Question = Extract<MessageContent, { kind: "question" }>;

const inputOf = (surface: Surface, { command, input }: Question): FormInput | undefined =>
  surface.commands.find((each) => each.name === command)?.inputs.find((each) => each.name === input);

const problemText = (scenery: Scenery, { problem, input }: Question, inquiry: Case | undefined): string => {
  if (!problem) return "";
  const values = { input, ...(inquiry ? { code: inquiry.code } : {}) };
  return `${scenery.words.notice[problem](readableValues(scenery, problem, values))} `;
};

/** Asks one person for one missing input, with its choices and how to stop. */
export const questionView = (
  scenery: Scenery,
  surface: Surface,
  question: Question,
  inquiry: Case | undefined,
): View => {
  const { words, locale } = scenery;
  const declared = inputOf(surface, question);
  const asked = inputWords(words, question.command, question.input)?.question ?? `${declared?.label[locale] ?? question.input}?`;
  const about = inquiry ? `${inquiry.code}: ` : "";
  const sentence = `${about}${problemText(scenery, question, inquiry)}${asked}`;
  const choices = declared?.kind === "choice" ? declared.options.map((option) => option.value) : [];
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...(choices.length > 0 ? [text(words.list.choices(choiceList(scenery, choices)))] : []),
      note(words.list.cancelHint),
    ],
  };
};
