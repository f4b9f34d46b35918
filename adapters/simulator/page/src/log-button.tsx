import { openForm } from "./filling.js";
import { channelOf, surface, words } from "./state.js";

interface LogProps {
  readonly channel: string;
  readonly person: string;
  readonly wide?: boolean;
}

/** Logs a citizen's question by a form, where one works. */
export const LogButton = ({ channel, person, wide = false }: LogProps) => {
  const form = surface.value.forms.find(({ id }) => id === "inquiry");
  if (channelOf(channel)?.purpose !== "work" || !form) return null;
  return (
    <button
      type="button"
      class={wide ? "pill primary" : "icon add"}
      title={words.value.logQuestion}
      aria-label={words.value.logQuestion}
      onClick={() => openForm({ form: form.id, as: person, channel })}
    >
      {wide ? words.value.logQuestion : "+"}
    </button>
  );
};
