import { useState } from "preact/hooks";
import { tell } from "./api.js";
import { articlesAt, openArticle } from "./article-dialog.js";
import { explain } from "./compose.js";
import { openButtonForm } from "./filling.js";
import { useHandingOn } from "./focus.js";
import type { MessageProps } from "./message-props.js";
import { isWeb } from "./spans.js";
import type { MessageButton } from "./types.js";

interface ButtonsProps extends MessageProps {
  readonly onRefused: (text: string | undefined) => void;
}

const usePress = ({ channel, person, message, onRefused }: ButtonsProps) => {
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const act = async (button: string): Promise<void> => {
    setBusy(button);
    onRefused(undefined);
    try {
      await tell({ type: "action", as: person, channel, message: message.id, button });
    } catch (error) {
      onRefused(explain(error));
    } finally {
      setBusy(undefined);
    }
  };
  const press = (button: MessageButton): void => {
    const found = articlesAt(button.label);
    if (found) openArticle(found);
    else if (button.form !== undefined)
      openButtonForm({ form: button.form, as: person, channel, message: message.id, button: button.id }).catch(
        () => undefined,
      );
    else if (busy === undefined) act(button.id).catch(() => undefined);
  };
  return { busy, press };
};

interface PressableProps {
  readonly button: MessageButton;
  readonly busy: boolean;
  readonly onPress: () => void;
}

const Pressable = ({ button, busy, onPress }: PressableProps) => (
  <button
    ref={useHandingOn()}
    type="button"
    class={articlesAt(button.label) ? "pill quiet" : `pill ${button.tone ?? ""}`}
    aria-busy={busy}
    onClick={onPress}
  >
    {button.label}
  </button>
);

/** A message's buttons: they act, open a form, a link, or an article's summary. */
export const MessageButtons = (props: ButtonsProps) => {
  const { busy, press } = usePress(props);
  if (props.message.buttons.length === 0) return null;
  return (
    <div class="buttons">
      {props.message.buttons.map((button) =>
        button.url === undefined ? (
          <Pressable key={button.id} button={button} busy={busy === button.id} onPress={() => press(button)} />
        ) : (
          isWeb(button.url) && (
            <a key={button.id} class="pill" href={button.url} target="_blank" rel="noopener noreferrer nofollow">
              {button.label}
            </a>
          )
        ),
      )}
    </div>
  );
};
