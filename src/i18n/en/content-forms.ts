import type { contentForms as inIndonesian } from "../id/content-forms.js";
import { input } from "../input-words.js";

const url = input("Link of the post", "Address where it was posted", "Please send the link of the post.");

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
    "postedOn.url": url,
    "postedOn.account": input(
      "Account",
      "May be left empty where the link shows it, for instance @dukcapil",
      "On which account was it posted?",
    ),
    "postedContent.url": url,
  },
  forms: {
    withdraw: { title: "Withdraw the proposal", submit: "Withdraw" },
    correct: { title: "Correct the content", submit: "Begin to correct" },
    sendBack: { title: "Return the proposal", submit: "Return" },
    postedOn: { title: "Posted", submit: "Save" },
    postedContent: { title: "Posted", submit: "Save" },
  },
};
