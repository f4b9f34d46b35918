import { note, text } from "../../chatkit/blocks.js";
import { inputWords } from "../../i18n/catalogue.js";
import type { FormInput } from "../../ports/chat/forms.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { Surface } from "../../ports/chat/surface.js";
import type { MessageContent } from "../../ports/message-content.js";
import { choiceAction } from "../choice-action.js";
import { choiceList, choiceWord, readableValues } from "./notice-values.js";
import { ofRegulation } from "./of-regulation.js";
import { mostPressed, offersFor } from "./question-offers.js";
import { boundsText } from "./settings-words.js";
import type { Scenery, View } from "./view.js";

type Question = Extract<MessageContent, { kind: "question" }>;

const inputOf = (surface: Surface, { command, input }: Question): FormInput | undefined =>
  surface.commands.find((each) => each.name === command)?.inputs.find((each) => each.name === input);

const problemText = (scenery: Scenery, { problem, problemValues = {}, input }: Question): string => {
  if (!problem) return "";
  return `${scenery.words.notice[problem](readableValues(scenery, problem, { input, ...problemValues }))} `;
};

/** What the use case and the regulation leave of the choices. */
const offered = (scenery: Scenery, { input, choices }: Question, codes: readonly string[]): readonly string[] =>
  ofRegulation(
    scenery,
    input,
    codes.filter((code) => choices?.includes(code) ?? true),
  );

/** By what the regulation makes an account official or appoints somebody, where that is asked for. */
const articleNote = ({ profile, words, locale }: Scenery, { command, input }: Question): readonly Block[] => {
  if (input !== "number" && input !== "instrument") return [];
  const { accounts, members } = words.registry;
  if (command === "account") {
    const rule = profile.accountDesignation;
    return rule ? [note(accounts.designatedBy(rule.instrument[locale], rule.citation))] : [];
  }
  // Officers and officials are appointed by the same letter in every regulation so far.
  const rule = profile.appointments.find(({ scope }) => scope !== "non-structural");
  return rule && command === "member" ? [note(members.appointedBy(rule.instrument[locale], rule.citation))] : [];
};

/** Asks one person for one missing input, with its choices and how to stop; what a draft lacks need not be stopped. */
export const questionView = (scenery: Scenery, surface: Surface, question: Question): View => {
  const { words, locale } = scenery;
  const declared = inputOf(surface, question);
  const known = inputWords(words, question.form ?? question.command, question.input);
  const asked = known?.question ?? words.list.ask(declared?.label[locale] ?? question.input);
  const { code, setting } = question;
  const named = setting === undefined ? code : words.settings.names[setting].label;
  const about = named === undefined ? "" : `${named}: `;
  const sentence = `${problemText(scenery, question)}${about}${asked}`;
  const options = declared?.kind === "choice" ? declared.options.map((option) => option.value) : [];
  const choices = offered(scenery, question, options);
  const closed = choices.length <= mostPressed ? choices : [];
  const pressed = closed.map((value) => ({ value, label: choiceWord(scenery, value) }));
  const offers = choices.length > 0 ? pressed : offersFor(scenery, declared, question);
  const bounds = setting === undefined ? undefined : boundsText(scenery, setting);
  const hint = known && choices.length === 0 ? [note(bounds ?? known.hint)] : [];
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...(choices.length > pressed.length ? [text(words.list.choices(choiceList(scenery, choices)))] : hint),
      ...articleNote(scenery, question),
      note(question.proposalId === undefined ? words.list.cancelHint : words.list.keptHint),
    ],
    presses: [offers.map(({ value, label }) => ({ label, action: choiceAction(question, value) }))],
  };
};
