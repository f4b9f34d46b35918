import { publish } from "../../domain/inquiry/ending.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import { publishOn } from "../../domain/proposal/publishing.js";
import { recordedVersion } from "../../domain/proposal/queries.js";
import { refuse } from "../../domain/refusal.js";
import { localized } from "../../i18n/catalogue.js";
import { defineCommand } from "../command.js";
import { accountNamed, accountOfUrl, accountsOf, accountsWaiting } from "../content/accounts.js";
import type { Context } from "../context.js";
import { address, known, optional } from "../inputs.js";
import { actingAgency } from "../resolve.js";
import { onSubject } from "../subject.js";

/** Instead of an address, in any language: the answer went into the citizen's private messages. */
const directMessage = Object.values(localized(({ placeholders }) => placeholders.dm ?? "dm"));

/** Content has a public address on every account: which one is said, or seen from the address. */
const postedOn = (context: Context, proposal: Proposal, url: string, account: string | undefined): ProposalOutcome => {
  const { code, agencyId } = proposal;
  if (directMessage.includes(url.toLowerCase())) return refuse("badUrl", { url });
  const known = accountsOf(context.directory, agencyId, context.now);
  const version = recordedVersion(proposal);
  const waiting = accountsWaiting(context.directory, proposal, context.now);
  const targets = known.filter(({ id }) => version?.content.accountIds.includes(id));
  const left = known.filter(({ id }) => waiting.includes(id));
  const found = account === undefined ? accountOfUrl(targets, left, url) : accountNamed(known, account);
  if (!found && account !== undefined) return refuse("unknownAccount", { account });
  if (!found && left.length > 1 && version)
    return refuse("whichAccount", { code, known: left.map(({ handle }) => `@${handle}`).join(", ") });
  return publishOn(proposal, {
    publicationId: context.ids.newId(),
    accountId: (found ?? targets[0])?.id ?? "",
    waiting,
    url,
    by: context.person.id,
    at: context.now,
  });
};

/** Records where the answer was posted. Every reply of the case is posted with it, so it closes. */
export const postedCommand = defineCommand({
  name: "posted",
  aliases: ["tayang"],
  usage: "/posted CODE URL|dm [account=…]",
  inputs: { code: known("case"), url: address(directMessage), account: optional(known("account")) },
  positional: ["code", "url"],
  form: ["url", "account"],
  access: "case.post",
  run: (context, { code, url, account }) =>
    onSubject(context, "posted", code, "case.post", {
      inquiry(inquiry) {
        if (actingAgency(context, inquiry, "case.post") !== inquiry.agencyId)
          return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
        return publish(inquiry, {
          publicationId: context.ids.newId(),
          ...(directMessage.includes(url.toLowerCase()) ? {} : { url }),
          by: context.person.id,
          at: context.now,
        });
      },
      proposal: (proposal) => postedOn(context, proposal, url, account),
    }),
});
