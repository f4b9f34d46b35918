import { useState } from "preact/hooks";
import { BlockView } from "./blocks.js";
import { hourOf } from "./clock.js";
import { LongText } from "./long-text.js";
import { MessageButtons } from "./message-buttons.js";
import { messageOf } from "./message-log.js";
import { authorOf, gistOf, type MessageProps } from "./message-props.js";
import { MessageTools } from "./message-tools.js";
import { Reactions } from "./reactions.js";
import { isVisibleTo, logOf, words } from "./state.js";
import type { Message } from "./types.js";

const Quoted = ({ channel, person, message }: MessageProps) => {
  const answered = messageOf(logOf(channel).value, message.replyTo);
  if (!answered || !isVisibleTo(answered, person)) return null;
  return (
    <p class="quoted">
      <strong>{authorOf(answered.from)}</strong> <bdi>{gistOf(answered)}</bdi>
    </p>
  );
};

const Head = ({ message, own }: { readonly message: Message; readonly own: boolean }) => (
  <p class="message-head">
    <strong class="author">
      <bdi>{authorOf(message.from)}</bdi>
    </strong>
    {message.from === "bot" && <span class="tag">{words.value.botBadge}</span>}
    {own && <span class="sr">({words.value.you})</span>}
    <time dateTime={message.at}>{hourOf(Date.parse(message.at))}</time>
    {message.editedAt !== null && message.from !== "bot" && <span>{words.value.edited}</span>}
    {message.visibleTo !== null && <span class="tag private">{words.value.onlyYou}</span>}
  </p>
);

const kindOf = ({ message, person }: MessageProps): string => {
  const card = message.blocks.some(({ kind }) => kind === "fields") ? "card" : "";
  const whose = message.from === person ? "own" : message.from === "bot" ? "bot" : "";
  return ["message", whose, card, message.visibleTo === null ? "" : "whisper"].filter(Boolean).join(" ");
};

/** One message with everything that can be done to it. */
export const MessageView = (props: MessageProps) => {
  const { message, person } = props;
  const [error, setError] = useState<string | undefined>(undefined);
  return (
    <article class={kindOf(props)} data-testid="message" data-id={message.id} aria-label={authorOf(message.from)}>
      <div class="bubble">
        <Head message={message} own={message.from === person} />
        <Quoted {...props} />
        <div class="body">
          {message.blocks.length === 0 ? (
            <p class="text" dir="auto">
              <LongText text={message.text} />
            </p>
          ) : (
            message.blocks.map((block, at) => <BlockView key={at} block={block} />)
          )}
        </div>
        <MessageButtons {...props} onRefused={setError} />
        <Reactions {...props} onRefused={setError} />
        {error !== undefined && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
      </div>
      <MessageTools {...props} onRefused={setError} />
    </article>
  );
};
