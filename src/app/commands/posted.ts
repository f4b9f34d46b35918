import { publish } from "../../domain/inquiry/ending.js";
import { currentAnswer } from "../../domain/inquiry/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import { publishOn } from "../../domain/proposal/publishing.js";
import { currentVersion, recordedVersion } from "../../domain/proposal/queries.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Account } from "../../domain/registry/model.js";
import { localized } from "../../i18n/catalogue.js";
import { defineCommand } from "../command.js";
import {
  accountOfUrl,
  accountsMeant,
  accountsOf,
  accountsWaiting,
  severalAccounts,
  typedName,
  unknownAccount,
} from "../content/accounts.js";
import type { Context } from "../context.js";
import { address, known, optional } from "../inputs.js";
import { actingAgency } from "../resolve.js";
import { onSubject } from "../subject.js";

/** Instead of an address, in any language: the answer went into the citizen's private messages. */
const directMessage = Object.values(localized(({ placeholders }) => placeholders.dm ?? "dm"));

interface Posted {
  readonly url: string;
  readonly account: string | undefined;
  /** The version whose text was copied, where a button carries it. */
  readonly versionId: string | undefined;
}

/** The text somebody copied is not the one that stands. */
const replaced = (
  code: string,
  versionId: string | undefined,
  stands: { readonly id: string; readonly version: number } | undefined,
): Refusal | undefined =>
  stands && versionId !== undefined && versionId !== stands.id
    ? refuse("oldText", { code, version: stands.version })
    : undefined;

const whichAccount = (code: string, targets: readonly Account[]): Refusal =>
  refuse("whichAccount", { code, example: targets.slice(0, 1).map(typedName).join("") });

/** Content has a public address on every account: which one is said, or seen from the address. */
const postedOn = (context: Context, proposal: Proposal, { url, account, versionId }: Posted): ProposalOutcome => {
  const { code, agencyId } = proposal;
  const version = recordedVersion(proposal);
  const old = replaced(code, versionId, currentVersion(proposal));
  if (old) return old;
  if (directMessage.includes(url.toLowerCase())) return refuse("badUrl", { url });
  const known = accountsOf(context.directory, agencyId, context.now);
  const waiting = accountsWaiting(context.directory, proposal, context.now);
  const meant =
    account === undefined
      ? known.filter(({ id }) => version?.content.accountIds.includes(id))
      : accountsMeant(known, account);
  if (meant.length === 0 && account !== undefined) return unknownAccount(known, account);
  const left = meant.filter(({ id }) => waiting.includes(id));
  const found = accountOfUrl(meant, left, url);
  if (!found && left.length > 1 && version)
    return account === undefined ? whichAccount(code, left) : severalAccounts(left, account);
  return publishOn(proposal, {
    publicationId: context.ids.newId(),
    accountId: (found ?? meant[0])?.id ?? "",
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
  run: (context, { code, url, account }, { answer: versionId }) =>
    onSubject(context, "posted", code, "case.post", {
      inquiry(inquiry) {
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
      proposal: (proposal) => postedOn(context, proposal, { url, account, versionId }),
    }),
});
