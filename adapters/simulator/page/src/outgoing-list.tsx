import { useEffect, useRef } from "preact/hooks";
import { editAgain, explainCode } from "./compose.js";
import { useHandingOn } from "./focus.js";
import { LongText } from "./long-text.js";
import { authorOf } from "./message-props.js";
import { discard, type Outgoing, outgoing } from "./outgoing.js";
import { words } from "./state.js";

const Refusal = ({ item }: { readonly item: Outgoing }) => (
  <>
    <p class="error" role="alert">
      {explainCode(item.code)}
    </p>
    <div class="buttons">
      <button type="button" class="pill" onClick={(event) => editAgain(item, event.currentTarget)}>
        {words.value.editRefused}
      </button>
      <button ref={useHandingOn()} type="button" class="pill quiet" onClick={() => discard(item)}>
        {words.value.discard}
      </button>
    </div>
  </>
);

/** What a person wrote in this channel and the program does not have yet, each with how it stands. */
export const OutgoingList = ({ channel, person }: { readonly channel: string; readonly person: string }) => {
  const here = outgoing.value.filter(({ event }) => event.channel === channel);
  const items = here.filter(({ event, state }) => event.as === person || state === "refused");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollTo(0, place.current.scrollHeight), [items.length]);
  return (
    <div ref={place} class={items.length > 0 ? "outgoing" : "outgoing none"}>
      {items.map((item) => (
        <div key={item.event.eventId} class="message own" data-testid="outgoing">
          <div class="bubble">
            {item.event.as !== person && <p class="author">{authorOf(item.event.as)}</p>}
            <p class="text" dir="auto">
              <LongText text={item.event.text} />
            </p>
            {(item.files ?? []).map(({ id, name }) => (
              <p key={id} class="note">
                📎 <bdi>{name}</bdi>
              </p>
            ))}
            {item.state === "refused" ? (
              <Refusal item={item} />
            ) : (
              <p class="note" role="status">
                {item.state === "waiting" ? words.value.retrying : words.value.sending}
              </p>
            )}
          </div>
        </div>
      ))}
    </div>
  );
};
