import type { Account } from "../../domain/registry/model.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Context } from "../context.js";
import { type Effects, say } from "../effects.js";

type Change = Extract<MessageContent, { kind: "account" }>["change"];

const KINDS: Readonly<Record<Change, string>> = {
  registered: "accountRegistered",
  changed: "accountChanged",
  ended: "accountEnded",
};

/** The account as it is from now on, its line of history, and what the chat is told. */
export const accountEffects = (context: Context, account: Account, change: Change): Effects => {
  const { id: accountId, agencyId, medium, handle, url, designation, until } = account;
  return {
    registry: { accounts: [account] },
    history: [
      {
        subjectId: accountId,
        at: context.now,
        actor: context.person.id,
        kind: KINDS[change],
        content: {
          ...{ accountId, agencyId, medium, handle, url },
          ...(designation ? { designation } : {}),
          ...(until ? { until: until.toISOString() } : {}),
        },
      },
    ],
    drafts: [say(context, "account", { kind: "account", accountId, change })],
  };
};
