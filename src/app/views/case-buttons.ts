import type { Case, Forward } from "../../domain/inquiry/model.js";
import { communicationsAgencyId } from "../context.js";
import type { Viewer } from "./case-words.js";
import { type Press, press, pressForm, type Scenery } from "./view.js";

type Steps = Readonly<
  Record<
    "forward" | "answer" | "draft" | "compose" | "edit" | "close" | "posted" | "copy" | "reopen" | "content",
    Press
  >
>;

const stepsOf = ({ words }: Scenery, code: string): Steps => {
  const { buttons } = words;
  const values = { code };
  return {
    forward: pressForm(buttons.forward, "forward", values, "primary"),
    answer: pressForm(buttons.answer, "answer", values),
    draft: press(buttons.draft, "draft", values),
    compose: pressForm(buttons.draft, "answer", values, "primary"),
    edit: pressForm(buttons.edit, "answer", values),
    close: pressForm(buttons.close, "close", values),
    posted: pressForm(buttons.posted, "posted", values, "primary"),
    copy: press(buttons.copy, "copy", values),
    reopen: pressForm(buttons.reopen, "reopen", values),
    content: pressForm(words.content.buttons.propose, "propose", values),
  };
};

const homeSteps = (steps: Steps, inquiry: Case, mayForward: boolean): readonly Press[] => {
  const forward = mayForward ? [steps.forward] : [];
  switch (inquiry.status) {
    case "received":
      return [...forward, steps.answer, steps.draft, steps.content, steps.close];
    case "drafting":
      return [steps.compose, ...forward, steps.close];
    case "revising":
      return [steps.compose, ...forward, steps.close];
    case "forwarded":
      return [steps.answer];
    case "answered":
      return [steps.compose];
    case "approval":
    case "reporting":
    case "reported":
      return [steps.edit];
    case "ready":
      return [steps.posted, steps.copy, steps.edit];
    case "published":
      return [steps.close];
    case "closed":
      return [steps.reopen, steps.content];
    default:
      return inquiry.status satisfies never;
  }
};

/** What a related agency can do about its open forward. */
export const relatedSteps = ({ words }: Scenery, code: string, forward: Forward): readonly Press[] => {
  const { buttons } = words;
  if (forward.status !== "open") return [];
  return [
    pressForm(buttons.answer, "answer", { code }, "primary"),
    pressForm(buttons.notOurs, "return", { code }),
    ...(forward.acknowledgedAt ? [] : [press(buttons.take, "take", { code })]),
  ];
};

/** The buttons for the next sensible step, by the case's status and who reads the card; rows are the platform's matter. */
export const nextSteps = (
  scenery: Scenery,
  inquiry: Case,
  viewer: Viewer,
  communicationsDecides: boolean,
): readonly (readonly Press[])[] => {
  const steps = stepsOf(scenery, inquiry.code);
  const holderIsCommunications = communicationsAgencyId(scenery.directory) === inquiry.agencyId;
  switch (viewer.kind) {
    case "home":
      return [homeSteps(steps, inquiry, !communicationsDecides || holderIsCommunications)];
    case "related":
      return [relatedSteps(scenery, inquiry.code, viewer.forward)];
    case "other":
      return communicationsDecides ? [[steps.forward]] : [];
    default:
      return viewer satisfies never;
  }
};
