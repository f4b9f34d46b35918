import type { RefusalCode } from "../../domain/notice.js";
import type { Effects } from "../effects.js";
import { surface } from "../surface.js";

/** Refusals for what somebody filled in, as opposed to who they are or how things stand: filled in otherwise it is taken. */
const FIXABLE: ReadonlySet<string> = new Set([
  "badUrl",
  "badChoice",
  "badDay",
  "pastDay",
  "badHashtag",
  "badHandle",
  "badPeriod",
  "tooEarly",
  "tooLong",
  "emptyText",
  "unknownAccount",
  "severalAccounts",
  "unknownAgency",
  "unknownCase",
  "unknownPerson",
  "whichPerson",
  "noAnswer",
] satisfies readonly RefusalCode[]);

type Values = Readonly<Record<string, string>>;

/** The inputs a form shows. */
export const shownIn = (form: string): ReadonlySet<string> =>
  new Set(surface.forms.get(form)?.pages.flatMap((inputs) => inputs.map(({ name }) => name)) ?? []);

/** The refusal of a form, with what was filled in: a button opens the form with it once more. */
export const openingAgain = (effects: Effects, form: string, command: string, values: Values): Effects => {
  const drafts = effects.drafts?.map((draft) => {
    const { content } = draft;
    const fits = draft.step === "refusal" && content.kind === "notice" && FIXABLE.has(content.code);
    return fits ? { ...draft, content: { ...content, again: { form, command, values } } } : draft;
  });
  return drafts ? { ...effects, drafts } : effects;
};
