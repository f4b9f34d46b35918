import type { CommandSurface } from "../../../../src/ports/chat/surface.js";
import { commandOf } from "./completion.js";
import { draftOf } from "./compose.js";
import { openForm } from "./filling.js";
import { locale, surface, words } from "./state.js";

interface MenuProps {
  readonly id: string;
  readonly commands: readonly CommandSurface[];
  readonly chosen: number;
  readonly onTake: (command: CommandSurface) => void;
}

const slashed = (names: readonly string[]): string => names.map((name) => `/${name}`).join(", ");

/** The commands that fit what was typed; chosen by arrow keys from the text field, or by a tap. */
export const CommandMenu = ({ id, commands, chosen, onTake }: MenuProps) => (
  <div class="commands" id={id} role="listbox" aria-label={words.value.commands}>
    {commands.map((command, at) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the focus and handles the keys
      <div
        key={command.name}
        id={`${id}-${at}`}
        role="option"
        tabIndex={-1}
        aria-selected={at === chosen}
        ref={(element) => {
          if (at === chosen) element?.scrollIntoView({ block: "nearest" });
        }}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onTake(command)}
      >
        <strong>/{command.name}</strong>
        <span>{command.summary[locale.value]}</span>
        {command.aliases.length > 0 && <small>{words.value.alias(slashed(command.aliases))}</small>}
      </div>
    ))}
  </div>
);

/** Whether a form asks for all the command cannot do without, so that it may be opened without a card. */
const standsAlone = (command: CommandSurface): boolean => {
  const form = surface.value.forms.find(({ id }) => id === command.name);
  const names = new Set(form?.pages.flat().map(({ name }) => name));
  return form !== undefined && command.inputs.every(({ name, required }) => !required || names.has(name));
};

interface HintProps {
  readonly draft: string;
  readonly channel: string;
  readonly person: string;
}

/** How the command being typed goes on. */
export const CommandHint = ({ draft, channel, person }: HintProps) => {
  const command = commandOf(surface.value.commands, draft);
  if (!command) return null;
  const fill = (): void => {
    const rest = draft.replace(/^\/\S+\s*/, "");
    const onSent = (): void => {
      if (draftOf(channel).text.value === draft) draftOf(channel).text.value = "";
    };
    openForm({ form: command.name, as: person, channel, typed: rest, onSent });
  };
  return (
    <p class="usage">
      <code>{command.usage[locale.value]}</code> <span>{command.summary[locale.value]}</span>
      {standsAlone(command) && (
        <button type="button" class="link" onClick={fill}>
          {words.value.openForm}
        </button>
      )}
    </p>
  );
};
