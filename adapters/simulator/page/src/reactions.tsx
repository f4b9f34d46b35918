import { tell } from "./api.js";
import { explain } from "./compose.js";
import { authorOf, type MessageProps } from "./message-props.js";
import { words } from "./state.js";

/** The reactions one can choose from: approval, rejection, seen. */
export const EMOJI: readonly string[] = ["👍", "✅", "👎", "❌", "👀"];

/** A message's view that can say why something was refused. */
export interface ReactProps extends MessageProps {
  readonly onRefused: (text: string | undefined) => void;
}

/** Adds the person's reaction, or takes it back where it is there already. */
export const toggleReaction = async (props: ReactProps, emoji: string): Promise<void> => {
  const { channel, person, message, onRefused } = props;
  const removed = message.reactions.some((one) => one.emoji === emoji && one.by === person);
  onRefused(undefined);
  try {
    await tell({ type: "reaction", as: person, channel, message: message.id, emoji, removed });
  } catch (error) {
    onRefused(explain(error));
  }
};

/** The reactions a message has. */
export const Reactions = (props: ReactProps) => {
  const { reactions } = props.message;
  if (reactions.length === 0) return null;
  const emojis = [...new Set(reactions.map(({ emoji }) => emoji))];
  const byEmoji = emojis.map((emoji) => ({ emoji, given: reactions.filter((one) => one.emoji === emoji) }));
  return (
    <div class="reactions">
      {byEmoji.map(({ emoji, given }) => (
        <button
          key={emoji}
          type="button"
          class="reaction"
          aria-pressed={given.some(({ by }) => by === props.person)}
          aria-label={words.value.reaction(emoji, given.length, given.map(({ by }) => authorOf(by)).join(", "))}
          title={given.map(({ by }) => authorOf(by)).join(", ")}
          onClick={() => {
            toggleReaction(props, emoji).catch(() => undefined);
          }}
        >
          <span class="emoji">{emoji}</span> {given.length}
        </button>
      ))}
    </div>
  );
};
