import type { InquiryKind, Sentiment } from "../../domain/inquiry/model.js";
import { receive } from "../../domain/inquiry/receive.js";
import { refuse } from "../../domain/refusal.js";
import type { Channel } from "../../domain/registry/model.js";
import type { ConversationRef } from "../../ports/chat/refs.js";
import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { conversationOf, laneOf } from "../context.js";
import { refused, whisper } from "../effects.js";
import { address, choice, choiceCode, line, openChoice, optional, paragraph } from "../inputs.js";

const kinds: readonly InquiryKind[] = [
  "question",
  "comment",
  "criticism",
  "suggestion",
  "opinion",
  "input",
  "complaint",
];
const sentiments: readonly Sentiment[] = ["positive", "neutral", "negative"];

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** Alone with the bot people speak in the place of a chat, and not in it. */
const isIn = (channel: Channel, conversation: ConversationRef): boolean =>
  laneOf(conversationOf(channel)) === laneOf(conversation);

/** Logs a citizen's input for the chat's own agency. The card in its work channel is all that is said. */
export const inquiryCommand = defineCommand({
  name: "inquiry",
  aliases: ["catat", "tanya"],
  usage: "/inquiry TEXT [kind=…] [account=…] [from=…] [link=…] [post=…] [sentiment=…] [theme=…]",
  inputs: {
    text: paragraph(),
    kind: optional(openChoice(kinds)),
    account: optional(line()),
    from: optional(line()),
    link: optional(address()),
    post: optional(address()),
    sentiment: optional(choice(sentiments)),
    theme: optional(line()),
  },
  positional: ["text"],
  form: ["text", "kind", "account", "from", "link", "post", "sentiment", "theme"],
  access: "inquiry.log",
  files: "any",
  async run(context, args) {
    const { directory, person, now, agency, profile } = context;
    const { agencyIds, roles } = rightOf(directory, person.id, "inquiry.log", now);
    if (!agencyIds.includes(agency.id))
      return refused(
        context,
        "inquiry",
        refuse("onlyRole", { roles: roles.join(","), agency: agency.name, elsewhere: "yes" }),
      );
    const known = profile.inquiryKinds.map((each) => each.code);
    const kind = args.kind === undefined ? undefined : choiceCode(known, args.kind);
    if (args.kind !== undefined && kind === undefined)
      return refused(
        context,
        "inquiry",
        refuse("badChoice", { input: "kind", value: args.kind, choices: known.join(", ") }),
      );
    const done = receive({
      id: context.ids.newId(),
      agencyId: agency.id,
      text: args.text,
      attachments: context.attachments,
      by: person.id,
      at: now,
      ...given("kind", kind as InquiryKind | undefined),
      ...given("account", args.account),
      ...given("asker", args.from),
      ...given("link", args.link),
      ...given("post", args.post),
      ...given("sentiment", args.sentiment as Sentiment | undefined),
      ...given("theme", args.theme),
    });
    // The card is in the work channel: elsewhere the officer is told that it is there.
    if (context.channel.purpose === "work" && isIn(context.channel, context.conversation)) return { done };
    const content = { kind: "notice", code: "done", values: { what: "inquiry" }, inquiryId: done.next.id } as const;
    return { done, drafts: [whisper(context, "done", content)] };
  },
});
