import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CommandSurface } from "../../../../src/ports/chat/surface.js";
import { AttachButton, takeFiles } from "./attach-button.js";
import { AttachedList } from "./attached-list.js";
import { allReady } from "./attaching.js";
import { CommandHint, CommandMenu } from "./command-menu.js";
import { commandOf, completions } from "./completion.js";
import { type Draft, draftOf, sendDraft, stepBack } from "./compose.js";
import { focusComposer } from "./focus.js";
import { LogButton } from "./log-button.js";
import { messageOf } from "./message-log.js";
import { authorOf, gistOf } from "./message-props.js";
import { channelOf, isVisibleTo, logOf, surface, words } from "./state.js";

interface ComposerProps {
  readonly channel: string;
  readonly person: string;
}

const Context = ({ channel, person, draft }: ComposerProps & { readonly draft: Draft }) => {
  const editing = draft.editing.value;
  const message = messageOf(logOf(channel).value, editing ?? draft.replyTo.value ?? null);
  if (!message || !isVisibleTo(message, person)) return null;
  return (
    <div class="context">
      <p>
        <strong>{editing === undefined ? words.value.replyingTo(authorOf(message.from)) : words.value.editing}</strong>{" "}
        <bdi>{gistOf(message)}</bdi>
      </p>
      <button
        type="button"
        class="icon small"
        aria-label={words.value.cancel}
        onClick={(event) => {
          focusComposer(event.currentTarget);
          stepBack(draft);
        }}
      >
        ✕
      </button>
    </div>
  );
};

/** More than fits anyway: measuring a very long text takes seconds. */
const MEASURED_CHARS = 2_000;

/** Grows with the text, up to what the style allows. */
const useGrowing = (text: string) => {
  const place = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = place.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = text.length > MEASURED_CHARS ? "100vh" : `${area.scrollHeight + 2}px`;
  }, [text]);
  return place;
};

const useMenu = (draft: Draft) => {
  const [at, setAt] = useState(0);
  const [hidden, setHidden] = useState<string | undefined>(undefined);
  const text = draft.text.value;
  const found = hidden === text ? [] : completions(surface.value.commands, text);
  const chosen = Math.min(at, found.length - 1);
  const take = (command: CommandSurface): void => {
    draft.text.value = `/${command.name} `;
    setAt(0);
  };
  /** Whether the key was the menu's. */
  const key = (event: KeyboardEvent): boolean => {
    const command = found[chosen];
    if (!command) return false;
    const complete = commandOf(surface.value.commands, text) !== undefined;
    if (event.key === "ArrowDown") setAt((chosen + 1) % found.length);
    else if (event.key === "ArrowUp") setAt((chosen - 1 + found.length) % found.length);
    else if (event.key === "Tab" && !event.shiftKey) take(command);
    else if (event.key === "Enter" && !event.shiftKey && !complete) take(command);
    else if (event.key === "Escape") setHidden(text);
    else return false;
    return true;
  };
  return { found, chosen, take, key };
};

interface FieldProps extends ComposerProps {
  readonly draft: Draft;
  readonly menu: ReturnType<typeof useMenu>;
  readonly listId: string;
  readonly send: () => void;
}

const Field = ({ channel, draft, menu, listId, send }: FieldProps) => {
  const area = useGrowing(draft.text.value);
  const open = menu.found.length > 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (menu.key(event)) event.preventDefault();
    else if (event.key === "Escape") stepBack(draft);
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  return (
    <textarea
      ref={area}
      data-testid="composer"
      rows={1}
      dir="auto"
      aria-label={words.value.composer(channelOf(channel)?.name ?? "")}
      aria-autocomplete="list"
      aria-controls={open ? listId : undefined}
      aria-activedescendant={open ? `${listId}-${menu.chosen}` : undefined}
      placeholder={words.value.placeholder}
      value={draft.text.value}
      onInput={(event) => {
        draft.text.value = event.currentTarget.value;
      }}
      onPaste={(event) => {
        if (draft.editing.value === undefined && takeFiles(draft.files, event.clipboardData)) event.preventDefault();
      }}
      onKeyDown={onKeyDown}
    />
  );
};

const Files = ({ draft }: { readonly draft: Draft }) => (
  <>
    <AttachedList place={draft.files} />
    {draft.tooEarly.value && !allReady(draft.files) && (
      <p class="error" role="alert">
        {words.value.waitForFiles}
      </p>
    )}
  </>
);

/** Files may be dropped where one writes; words may be too, and are left to the browser. */
const useDropping = (draft: Draft) => {
  const [dropping, setDropping] = useState(false);
  const hasFiles = (event: DragEvent): boolean =>
    draft.editing.value === undefined && (event.dataTransfer?.types.includes("Files") ?? false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: () => setDropping(false),
    onDrop: (event: DragEvent) => {
      setDropping(false);
      if (hasFiles(event) && takeFiles(draft.files, event.dataTransfer)) event.preventDefault();
    },
  };
  return { dropping, drop };
};

/** Where a message is written. */
export const Composer = (props: ComposerProps) => {
  const { channel, person } = props;
  const draft = draftOf(channel);
  const menu = useMenu(draft);
  const listId = `commands-${channel}`;
  const isEdit = draft.editing.value !== undefined;
  const { dropping, drop } = useDropping(draft);
  const send = (): void => sendDraft(channel, person);
  return (
    <form
      class={dropping ? "composer dropping" : "composer"}
      {...drop}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        focusComposer(event.currentTarget);
      }}
    >
      {menu.found.length > 0 ? (
        <CommandMenu id={listId} commands={menu.found} chosen={menu.chosen} onTake={menu.take} />
      ) : (
        <CommandHint draft={draft.text.value} channel={channel} person={person} />
      )}
      <Context {...props} draft={draft} />
      {!isEdit && <Files draft={draft} />}
      <div class="composer-row">
        <LogButton {...props} />
        {!isEdit && <AttachButton place={draft.files} />}
        <Field {...props} draft={draft} menu={menu} listId={listId} send={send} />
        <button type="submit" class="send">
          {isEdit ? words.value.save : words.value.send}
        </button>
      </div>
    </form>
  );
};
