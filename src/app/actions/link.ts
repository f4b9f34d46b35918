import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused } from "../effects.js";
import { invite } from "../invitations/invite.js";
import { barredFromIdentities } from "../registry/people-right.js";

/** "Kode akun lain": a code by which the same person is known on one more platform; of others only admins get one. */
export const linkAction = defineCommand({
  name: "link",
  inputs: {},
  access: "registered",
  async run(context, _args, extra) {
    const person = context.directory.people.find(({ id }) => id === extra.person);
    if (!person) return refused(context, "link", refuse("stale"));
    const barred = barredFromIdentities(context, person.id);
    return barred ? refused(context, "link", barred) : invite(context, { kind: "identity", personId: person.id });
  },
});
