import type { contentForms as inIndonesian } from "../id/content-forms.js";
import { input } from "../input-words.js";

/** The words of forms about content, in the parts of `commands`. */
export const contentForms: typeof inIndonesian = {
  commandInputs: {
    "withdraw.reason": input(
      "Withdrawn because",
      "For instance: the event was called off",
      "Why is this proposal withdrawn?",
    ),
    "correct.reason": input(
      "Corrected because",
      "For instance: the date is wrong",
      "Why does this content need a correction?",
    ),
    "sendBack.reason": input("To be changed", "Name what needs changing", "What needs changing?"),
  },
  forms: {
    withdraw: { title: "Withdraw the proposal", submit: "Withdraw" },
    correct: { title: "Correct the content", submit: "Begin to correct" },
    sendBack: { title: "Return the proposal", submit: "Return" },
  },
};
