import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { Directory } from "../../domain/registry/model.js";
import { type Catalogue, commandName, inputName } from "../../i18n/catalogue.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { CommandSurface, Surface } from "../../ports/chat/surface.js";
import type { MessageContent } from "../../ports/message-content.js";
import { grantOf } from "../access.js";
import { leavePress } from "./acting.js";
import { choiceList } from "./notice-values.js";
import { ofRegulation } from "./of-regulation.js";
import { channelTo } from "./scenery.js";
import type { Press, Scenery, View } from "./view.js";

type Help = Extract<MessageContent, { kind: "help" }>;

/** Whether somebody with these roles can use a command of the government at all: help lists no other. */
export type MayUse = (directory: Directory, command: string, roles: readonly string[]) => boolean;

const isDescribed = (words: Catalogue, name: string): name is keyof Catalogue["commands"] =>
  Object.hasOwn(words.commands, name);

const commandNamed = (surface: Surface, typed: string): CommandSurface | undefined => {
  const name = typed.replace(/^\/+/, "").toLowerCase();
  return surface.commands.find((command) => command.name === name || command.aliases.includes(name));
};

/** Its other names, each as it is typed. */
const otherNames = ({ locale }: Scenery, { name, aliases }: CommandSurface): readonly string[] =>
  [name, ...aliases].filter((each) => each !== commandName(locale, name)).map((each) => `/${each}`);

/** What can be typed for a closed choice. */
const choicesOf = (scenery: Scenery, command: CommandSurface, input: CommandSurface["inputs"][number]): string => {
  if (input.kind !== "choice") return "";
  const { inquiryKinds } = scenery.profile;
  const codes = ofRegulation(
    scenery,
    input.name,
    input.options.map(({ value }) => value),
  ).filter(
    (code) => command.name !== "inquiry" || input.name !== "kind" || inquiryKinds.some((each) => each.code === code),
  );
  return codes.length === 0 ? "" : ` · ${scenery.words.list.choices(choiceList(scenery, codes))}`;
};

const oneCommand = (scenery: Scenery, command: CommandSurface): View => {
  const { words, locale } = scenery;
  const described = isDescribed(words, command.name) ? words.commands[command.name] : undefined;
  const inputs = command.inputs.map((input): { label: string; value: { kind: "plain"; text: string }[] } => {
    const optional = input.required ? "" : ` (${words.list.optional})`;
    const hint = input.hint ? ` · ${input.hint[locale]}` : "";
    const choices = choicesOf(scenery, command, input);
    return {
      label: inputName(words, input.name),
      value: [plainSpan(`${input.label[locale]}${optional}${hint}${choices}`)],
    };
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

/** Officials find in their own chat how to name who acts for them, where they may. */
const leavePresses = (scenery: Scenery, { roles }: Help): readonly Press[] => {
  const channel = channelTo(scenery);
  const names = grantOf(scenery.directory, "acting.name").official !== undefined;
  return names && channel?.purpose === "approval" && roles.includes("official")
    ? [leavePress(scenery, channel.agencyId, "official")]
    : [];
};

/** The commands these roles can use, or how to use one of them. */
export const helpView = (scenery: Scenery, surface: Surface, help: Help, mayUse: MayUse): View => {
  const { list } = scenery.words;
  const asked = help.command === undefined ? undefined : commandNamed(surface, help.command);
  if (asked) return oneCommand(scenery, asked);
  const usable = surface.commands.filter((command) => mayUse(scenery.directory, command.name, help.roles));
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
