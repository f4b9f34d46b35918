import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import { type Catalogue, commandName, inputName } from "../../i18n/catalogue.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { CommandSurface, Surface } from "../../ports/chat/surface.js";
import type { MessageContent } from "../../ports/message-content.js";
import { leavePress } from "./acting.js";
import { channelTo } from "./scenery.js";
import type { Press, Scenery, View } from "./view.js";

type Help = Extract<MessageContent, { kind: "help" }>;

/** Whether somebody with these roles can use a command at all: help lists no other. */
export type MayUse = (command: string, roles: readonly string[]) => boolean;

const isDescribed = (words: Catalogue, name: string): name is keyof Catalogue["commands"] =>
  Object.hasOwn(words.commands, name);

const commandNamed = (surface: Surface, typed: string): CommandSurface | undefined => {
  const name = typed.replace(/^\/+/, "").toLowerCase();
  return surface.commands.find((command) => command.name === name || command.aliases.includes(name));
};

/** Its other names, each as it is typed. */
const otherNames = ({ locale }: Scenery, { name, aliases }: CommandSurface): readonly string[] =>
  [name, ...aliases].filter((each) => each !== commandName(locale, name)).map((each) => `/${each}`);

const oneCommand = (scenery: Scenery, command: CommandSurface): View => {
  const { words, locale } = scenery;
  const described = isDescribed(words, command.name) ? words.commands[command.name] : undefined;
  const inputs = command.inputs.map((input): { label: string; value: { kind: "plain"; text: string }[] } => {
    const optional = input.required ? "" : ` (${words.list.optional})`;
    const hint = input.hint ? ` · ${input.hint[locale]}` : "";
    return { label: inputName(words, input.name), value: [plainSpan(`${input.label[locale]}${optional}${hint}`)] };
  });
  const title = `/${commandName(locale, command.name)}`;
  const others = otherNames(scenery, command);
  return {
    summary: `${title}: ${command.summary[locale]}`,
    blocks: [
      heading(`${title} · ${command.summary[locale]}`),
      ...(described ? [text(described.detail)] : []),
      text(bold(`${words.list.usage}: `), { kind: "code", text: command.usage[locale] }),
      ...(described ? [text(bold(`${words.list.example}: `), { kind: "code", text: described.example })] : []),
      ...(others.length > 0 ? [text(bold(`${words.list.aliases}: `), others.join(", "))] : []),
      ...(inputs.length > 0 ? [{ kind: "fields" as const, items: inputs }] : []),
    ],
  };
};

const plainSpan = (words: string) => ({ kind: "plain" as const, text: words });

/** The name platforms list it by stands beside it where people call it otherwise. */
const commandLine = ({ locale }: Scenery, { name, summary, usage }: CommandSurface): Block => {
  const listed = commandName(locale, name) === name ? "" : ` (/${name})`;
  return text({ kind: "code", text: usage[locale] }, plain(`\n${summary[locale]}${listed}`));
};

/** Officials find in their own chat how to name who acts for them. */
const leavePresses = (scenery: Scenery, { roles }: Help): readonly Press[] => {
  const channel = channelTo(scenery);
  return channel?.purpose === "approval" && roles.includes("official")
    ? [leavePress(scenery, channel.agencyId, "official")]
    : [];
};

/** The commands these roles can use, or how to use one of them. */
export const helpView = (scenery: Scenery, surface: Surface, help: Help, mayUse: MayUse): View => {
  const { list } = scenery.words;
  const asked = help.command === undefined ? undefined : commandNamed(surface, help.command);
  if (asked) return oneCommand(scenery, asked);
  const usable = surface.commands.filter((command) => mayUse(command.name, help.roles));
  return {
    summary: list.helpHeading,
    blocks: [
      heading(list.helpHeading),
      ...(help.command === undefined ? [] : [text(list.helpUnknown(help.command.replace(/^\/+/, "")))]),
      ...usable.map((command) => commandLine(scenery, command)),
      note(list.helpMore),
    ],
    presses: [leavePresses(scenery, help)],
  };
};
