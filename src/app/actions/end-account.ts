import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { accountsOf } from "../content/accounts.js";
import { agencyOf } from "../context.js";
import { refused } from "../effects.js";
import { accountEffects } from "../registry/account-effects.js";
import { barredFrom } from "../registry/right.js";

/** "Akhiri": an account is official no more, from now on. */
export const endAccountAction = defineCommand({
  name: "endaccount",
  inputs: {},
  access: "account.keep",
  async run(context, _args, extra) {
    const { directory, now } = context;
    const account = directory.accounts.find(({ id }) => id === extra.account);
    if (!account) return refused(context, "endaccount", refuse("stale"));
    const agency = agencyOf(directory, account.agencyId);
    const barred = barredFrom(context, "account.keep", agency);
    if (barred) return refused(context, "endaccount", barred);
    if (!accountsOf(directory, agency.id, now).includes(account))
      return refused(context, "endaccount", refuse("stale"));
    return accountEffects(context, { ...account, until: now }, "ended");
  },
});
