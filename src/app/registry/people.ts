import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Person } from "../../domain/registry/model.js";
import type { Context } from "../context.js";
import { excerptOf } from "../excerpt.js";

/** "@rina" and "<@U123>" are mentions, of a name or of a user of the platform. */
const bareMention = (typed: string): string => typed.trim().replace(/^<?@!?([^|>]+?)(?:\|[^>]*)?>?$/, "$1");

const isUser = ({ conversation }: Context, { identities }: Person, userId: string): boolean =>
  identities.some(
    (each) =>
      each.platform === conversation.platform &&
      each.workspace === conversation.workspace &&
      each.userId.toLowerCase() === userId,
  );

/** Whether somebody is named by mention, which is nobody else. */
export const isMentioned = (context: Context, person: Person, typed: string): boolean =>
  isUser(context, person, bareMention(typed).toLowerCase());

/** The person somebody names among these: by mention, by the whole name, or by a part of it that only one has. */
export const personMeant = (context: Context, people: readonly Person[], typed: string): Person | Refusal => {
  const said = bareMention(typed).toLowerCase();
  const whole = people.filter((each) => each.name.toLowerCase() === said || isUser(context, each, said));
  const found = whole.length > 0 ? whole : people.filter(({ name }) => name.toLowerCase().includes(said));
  const [first, ...others] = said === "" ? [] : found;
  const person = excerptOf(typed);
  if (!first) return refuse("unknownPerson", { person });
  if (others.length === 0) return first;
  const known = found.slice(0, 5).map(({ name }) => name);
  return refuse("whichPerson", { person, known: known.join("; ") });
};
