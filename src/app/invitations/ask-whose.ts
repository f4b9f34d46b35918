import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Invitation, Person } from "../../domain/registry/model.js";
import { appointmentsOf } from "../access.js";
import { channelAt } from "../context.js";
import { ownChannel } from "../own-channel.js";
import type { Gift } from "./gift.js";
import { sameName } from "./same-name.js";
import { told } from "./told.js";
import type { Used, Using } from "./using.js";

/** Whether a code was made for somebody called otherwise than who is known to type it. */
export const isForAnother = (known: Person | undefined, { name }: Gift<"role">): known is Person =>
  known !== undefined && name !== undefined && !sameName(known.name, name);

/** Whether a button pressed there by them is heard: in a bound chat, or alone with the bot from a chat of their own. */
const isHeard = ({ scene, event }: Using, known: Person): boolean => {
  const { directory, now } = scene;
  if (appointmentsOf(directory, known.id, now).length === 0) return false;
  return Boolean(channelAt(directory, event.conversation) ?? (event.direct && ownChannel(directory, known, now)));
};

/**
 * Somebody known types a code that was made for another name, often the admin who tries it: they are asked whether it is
 * theirs, and until they say so it is left as it was. Where nobody would hear the button they are told how else.
 */
export const askWhose = (
  using: Using,
  { id }: Invitation,
  { name = "" }: Gift<"role">,
  known: Person,
): Used | Refusal =>
  isHeard(using, known)
    ? {
        history: [],
        outbox: [
          told(using, "confirm", { kind: "confirm", command: "accept", values: { invitation: id, person: known.id } }),
        ],
      }
    : refuse("codeNamed", { name: known.name, invited: name });
