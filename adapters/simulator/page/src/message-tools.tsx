import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { startEdit, startReply } from "./compose.js";
import { focusComposer, walkButtons } from "./focus.js";
import { EMOJI, type ReactProps, toggleReaction } from "./reactions.js";
import { words } from "./state.js";

interface PickerProps {
  readonly props: ReactProps;
  /** Done, with the keyboard still here. */
  readonly close: () => void;
  /** The keyboard went elsewhere. */
  readonly leave: () => void;
}

const Picker = ({ props, close, leave }: PickerProps) => {
  const place = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset
      ref={place}
      class="picker"
      aria-label={words.value.reactions}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !place.current?.contains(event.relatedTarget)) leave();
      }}
    >
      {EMOJI.map((emoji) => (
        <button
          key={emoji}
          type="button"
          class="emoji"
          aria-label={words.value.reactWith(emoji)}
          onClick={() => {
            toggleReaction(props, emoji).catch(() => undefined);
            close();
          }}
        >
          {emoji}
        </button>
      ))}
    </fieldset>
  );
};

const reply = ({ channel, message }: ReactProps, from: HTMLElement): void => {
  startReply(channel, message.id);
  focusComposer(from);
};

const edit = ({ channel, message }: ReactProps, from: HTMLElement): void => {
  startEdit(channel, message.id, message.text);
  focusComposer(from);
};

/** What can be done to a message: react, reply, and edit one's own. */
export const MessageTools = (props: ReactProps) => {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const text = words.value;
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <fieldset
      class={open ? "tools open" : "tools"}
      aria-label={text.messageActions}
      onKeyDown={(event) => !open && walkButtons(event)}
    >
      <button
        ref={opener}
        type="button"
        aria-label={text.react}
        title={text.react}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ☺
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={text.reply}
        title={text.reply}
        onClick={(e) => reply(props, e.currentTarget)}
      >
        ↩
      </button>
      {props.message.from === props.person && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={text.edit}
          title={text.edit}
          onClick={(e) => edit(props, e.currentTarget)}
        >
          ✎
        </button>
      )}
      {open && <Picker props={props} close={close} leave={() => setOpen(false)} />}
    </fieldset>
  );
};
