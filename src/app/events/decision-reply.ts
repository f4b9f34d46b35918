import { cleanText } from "../../chatkit/plain-text.js";
import { isRefusal } from "../../domain/refusal.js";
import { catalogueOf, locales } from "../../i18n/catalogue.js";
import { sayYesTo } from "../commands/approve.js";
import { rejectCommand } from "../commands/reject.js";
import type { Context } from "../context.js";
import { deciderOf } from "../decide-as.js";
import { type Effects, refused, whisper } from "../effects.js";
import { hasFiles } from "../ignored-files.js";
import { withName } from "../on-case.js";
import { askedAbout, rejecting } from "./asked-about.js";

/** One word alone, whatever its case, and with no more than a full stop or an exclamation mark after it. */
const saidAlone = (text: string): string =>
  cleanText(text)
    .trim()
    .replace(/\s*[.!]+$/, "")
    .toLowerCase();

const means = (word: string, decision: "approve" | "reject"): boolean =>
  locales.some((locale) => catalogueOf(locale).decisionWords[decision].split("; ").includes(word));

/**
 * One unambiguous word in reply to the card of a text before the officials does what its buttons do, to exactly that text;
 * a longer sentence never does, nor does a word with files. Undefined where it is none. Unlike a reaction, which often only
 * says that something was read, it is answered whoever says it.
 */
export const decidedInReply = async (context: Context, text: string): Promise<Effects | undefined> => {
  const word = saidAlone(text);
  const decision = (["approve", "reject"] as const).find((each) => means(word, each));
  if (!decision || !context.repliedContent || hasFiles(context)) return undefined;
  const asked = await askedAbout(context, context.repliedContent);
  if (!asked) return undefined;
  if (decision === "approve") return sayYesTo(context, "approve", asked.code, asked.textId);
  const appointment = deciderOf(context, asked.decidable, asked.textId);
  return isRefusal(appointment)
    ? refused(context, rejectCommand.name, withName(context, appointment), asked.about)
    : rejecting(context, asked, rejectCommand.name);
};

/** How to decide, told to somebody who may and replied to the card of an answer in other words; else nothing. */
export const toldHowToDecide = async (context: Context): Promise<Effects> => {
  const asked = context.repliedContent && (await askedAbout(context, context.repliedContent));
  if (!asked || isRefusal(asked.rejectable())) return {};
  const notice = { kind: "notice", code: "repliedToApproval", values: {}, ...asked.about } as const;
  return { drafts: [whisper(context, "reply", notice)] };
};
