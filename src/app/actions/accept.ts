import { isRefusal, refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused, whisper } from "../effects.js";
import { openCodes } from "../invitations/recalled.js";
import { asGiven, refusalOfRole, roleTaken, welcomed } from "../invitations/take-role.js";
import { confirming, isSure } from "../registry/confirming.js";

/** "Ya, untuk saya": whoever was asked takes the role of a code that was made for another name. */
export const acceptAction = defineCommand({
  name: "accept",
  inputs: {},
  access: "registered",
  async run(context, _args, extra) {
    const { directory, now, person, ids } = context;
    const found = openCodes(directory, now).find(({ id }) => id === extra.invitation);
    if (found?.gives.kind !== "role" || extra.person !== person.id) return refused(context, "accept", refuse("stale"));
    const values = { invitation: found.id, person: person.id };
    if (!isSure(extra)) return confirming(context, "accept", values);
    const taking = { ids, scene: { directory, now } };
    const refusal = refusalOfRole(taking, person, found.gives);
    if (refusal && isRefusal(refusal)) return refused(context, "accept", refusal);
    const next = asGiven(person, found.gives);
    const { welcome, ...taken } = roleTaken(taking, found, found.gives, person, next);
    const greeting = {
      whispered: (step: string, content: typeof welcome) => whisper(context, step, content),
      alone: context.alone,
    };
    return { ...taken, drafts: welcomed(greeting, next, welcome) };
  },
});
