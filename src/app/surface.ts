import { type Catalogue, catalogueOf, commandName, inputName, inputWords, localized } from "../i18n/catalogue.js";
import type { FormInput, FormSpec } from "../ports/chat/forms.js";
import type { Locale } from "../ports/chat/refs.js";
import type { CommandSurface, Surface } from "../ports/chat/surface.js";
import type { Command, InputName } from "./command.js";
import { buttonActions, typedCommands } from "./commands.js";
import { contentForms } from "./content/forms.js";
import type { Input } from "./inputs.js";

const hasForm = (name: string): name is keyof Catalogue["forms"] => Object.hasOwn(catalogueOf("id").forms, name);

/** `form`: whose words it has, where the input means something else there. */
const formInput = (form: string, name: string, input: Input): FormInput => {
  const words = (pick: "label" | "hint") => localized((catalogue) => inputWords(catalogue, form, name)?.[pick] ?? name);
  const required = input.required || input.wanted === true;
  const common = { name, label: words("label"), hint: words("hint"), required };
  if (input.shape.kind !== "choice") return { ...common, ...input.shape };
  const options = input.shape.values.map((value) => ({
    value,
    label: localized((catalogue) => catalogue.choices[value] ?? value),
  }));
  return { ...common, kind: "choice", options };
};

/** The typed form in the language: what its command, placeholders and inputs are called there. */
const usageIn = (locale: Locale, { name, usage }: Command): string => {
  const catalogue = catalogueOf(locale);
  const inputs = usage.replace(/^\/\S+/, "");
  const named = inputs.replace(/\b[A-Za-z]+/g, (word) => catalogue.placeholders[word] ?? inputName(catalogue, word));
  return `/${commandName(locale, name)}${named}`;
};

const commandSurface = (command: Command): CommandSurface => ({
  name: command.name,
  aliases: command.aliases,
  usage: { id: usageIn("id", command), en: usageIn("en", command) },
  summary: localized((catalogue) => catalogue.commands[command.name as keyof typeof catalogue.commands].summary),
  inputs: Object.entries(command.inputs).map(([name, input]) => formInput(command.name, name, input)),
});

const formSpec = (
  command: Command,
  name: string,
  form: readonly (readonly InputName[])[],
): readonly [string, FormSpec][] => {
  if (!hasForm(name)) return [];
  const pages = form.map((names) =>
    names.flatMap((each) => {
      const input = command.inputs[each];
      return input ? [formInput(name, each, input)] : [];
    }),
  );
  const files = command.files === "none" ? {} : { files: true };
  const words = (pick: "title" | "submit") => localized((catalogue) => catalogue.forms[name][pick]);
  return [[name, { id: name, title: words("title"), submit: words("submit"), pages, ...files }]];
};

/** The command's own form, and those it has for content. */
const formSpecs = (command: Command): readonly [string, FormSpec][] => [
  ...formSpec(command, command.name, command.form),
  ...(contentForms[command.name] ?? []).flatMap(({ name, inputs }) => formSpec(command, name, [inputs])),
];

/** The whole surface as adapters declare it, from the command list. */
export const surface: Surface = {
  greeting: localized(({ greeting }) => greeting.joined),
  needsAdmin: localized(({ greeting }) => greeting.needsAdmin),
  commands: typedCommands.map(commandSurface),
  forms: new Map([...typedCommands, ...buttonActions].flatMap(formSpecs)),
};
