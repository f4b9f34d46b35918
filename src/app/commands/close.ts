import { parseCaseCode } from "../../domain/case-code.js";
import { close } from "../../domain/inquiry/ending.js";
import type { Case, ClosedReason } from "../../domain/inquiry/model.js";
import { withdraw } from "../../domain/proposal/publishing.js";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import { catalogueOf, locales } from "../../i18n/catalogue.js";
import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import type { Context } from "../context.js";
import { choiceNamed, known, note } from "../inputs.js";
import { actingAgency, findCase } from "../resolve.js";
import { onSubject } from "../subject.js";

const reasons: readonly ClosedReason[] = [
  "duplicate",
  "noted",
  "spam",
  "abusive",
  "outside",
  "withdrawn",
  "deleted",
  "other",
];

/** A reason by its code, its name or another word people use for it, in any language. */
const reasonNamed = (words: string): ClosedReason | undefined => {
  const known = choiceNamed(reasons, words) ?? reasons.find((reason) => alsoSaid(reason).includes(words.toLowerCase()));
  return known as ClosedReason | undefined;
};

const alsoSaid = (reason: ClosedReason): readonly string[] =>
  locales.flatMap((locale) => catalogueOf(locale).closeWords[reason]?.split("; ") ?? []);

/** The reason somebody typed: its code or name first, then details; anything else is kept as their own words. */
const reasonOf = (typed: string): { readonly reason: ClosedReason; readonly detail?: string } => {
  const words = typed.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const head = words
      .slice(0, count)
      .join(" ")
      .replace(/[.,;:]+$/, "");
    const reason = reasonNamed(head);
    const detail = words.slice(count).join(" ");
    if (reason) return detail === "" ? { reason } : { reason, detail };
  }
  return { reason: "other", detail: typed };
};

/** The case a duplicate repeats, when its code is among the details. */
const originalOf = async (context: Context, detail: string | undefined): Promise<Case | Refusal | undefined> => {
  const code = detail?.split(/\s+/).find((word) => parseCaseCode(word) !== undefined);
  if (code === undefined) return undefined;
  const found = await findCase(context, code);
  return isRefusal(found) ? refuse(found.refusal, { ...found.values, input: "reason" }) : found;
};

const access = { inquiry: "case.close", proposal: "content.end" } as const;

/** Closes a case without a posted answer; a duplicate names the case it repeats. Content is withdrawn. */
export const closeCommand = defineCommand({
  name: "close",
  aliases: ["tutup"],
  usage: "/close CODE REASON",
  inputs: { code: known("case"), reason: note() },
  positional: ["code", "reason"],
  form: ["reason"],
  access,
  files: "noted",
  run: (context, args) =>
    onSubject(context, "close", args.code, access, {
      proposal: (proposal) => withdraw(proposal, { reason: args.reason, by: context.person.id, at: context.now }),
      inquiry: async (inquiry) => {
        const { directory, person, now } = context;
        const any = rightOf(directory, person.id, "case.close", now).any;
        if (!any && actingAgency(context, inquiry, "case.close") !== inquiry.agencyId)
          return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
        const { reason, detail } = reasonOf(args.reason);
        const original = reason === "duplicate" ? await originalOf(context, detail) : undefined;
        if (original && "refusal" in original) return original;
        if (reason === "duplicate" && (!original || original.id === inquiry.id))
          return refuse("originalNeeded", { code: inquiry.code });
        return close(inquiry, {
          reason,
          ...(detail ? { detail } : {}),
          ...(original ? { duplicateOf: original.id } : {}),
          by: person.id,
          at: now,
        });
      },
    }),
});
