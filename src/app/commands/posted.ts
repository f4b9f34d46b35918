import { publish } from "../../domain/inquiry/ending.js";
import { currentAnswer } from "../../domain/inquiry/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { currentVersion } from "../../domain/proposal/queries.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import { localized } from "../../i18n/catalogue.js";
import { defineCommand } from "../command.js";
import { type Posted, postedOn } from "../content/posting.js";
import type { Context } from "../context.js";
import { address, known, note, optional } from "../inputs.js";
import { actingAgency } from "../resolve.js";
import { onSubject } from "../subject.js";

/** Instead of an address, in any language: the answer went into the citizen's private messages. */
const directMessage = Object.values(localized(({ placeholders }) => placeholders.dm ?? "dm"));

/** The text somebody copied is not the one that stands. */
const replaced = (
  code: string,
  versionId: string | undefined,
  stands: { readonly id: string; readonly version: number } | undefined,
): Refusal | undefined =>
  stands && versionId !== undefined && versionId !== stands.id
    ? refuse("oldText", { code, version: stands.version })
    : undefined;

/** The address of content, where the text that was copied still stands. */
const contentPosted = (context: Context, proposal: Proposal, versionId: string | undefined, posted: Posted) => {
  const { code } = proposal;
  const old = replaced(code, versionId, currentVersion(proposal));
  if (old) return old;
  if (directMessage.includes(posted.url.toLowerCase())) return refuse("badUrl", { url: posted.url });
  return postedOn(context, proposal, posted);
};

/**
 * Records where the answer was posted. Every reply of the case is posted with it, so it closes. Of content the address on
 * each account is recorded, and with a reason mended.
 */
export const postedCommand = defineCommand({
  name: "posted",
  aliases: ["tayang"],
  usage: "/posted CODE URL|dm [account=…] [reason=…]",
  inputs: {
    code: known("case"),
    url: address(directMessage),
    account: optional(known("account")),
    reason: optional(note()),
  },
  positional: ["code", "url"],
  form: ["url", "account"],
  access: "case.post",
  run: (context, { code, url, account, reason }, { answer: versionId }) =>
    onSubject(context, "posted", code, "case.post", {
      inquiry(inquiry) {
        if (reason !== undefined) return refuse("onlyContent", { code: inquiry.code });
        if (actingAgency(context, inquiry, "case.post") !== inquiry.agencyId)
          return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
        const posting = {
          publicationId: context.ids.newId(),
          ...(directMessage.includes(url.toLowerCase()) ? {} : { url }),
          by: context.person.id,
          at: context.now,
        };
        return replaced(inquiry.code, versionId, currentAnswer(inquiry)) ?? publish(inquiry, posting);
      },
      proposal: (proposal) => contentPosted(context, proposal, versionId, { url, account, reason }),
    }),
});
