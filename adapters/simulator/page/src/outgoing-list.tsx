import { editAgain, explainCode } from "./compose.js";
import { LongText } from "./long-text.js";
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
      <button type="button" class="pill quiet" onClick={() => discard(item)}>
        {words.value.discard}
      </button>
    </div>
  </>
);

/** What a person wrote in this channel and the program does not have yet, each with how it stands. */
export const OutgoingList = ({ channel, person }: { readonly channel: string; readonly person: string }) => {
  const items = outgoing.value.filter(({ event }) => event.channel === channel && event.as === person);
  return (
    <div class={items.length > 0 ? "outgoing" : "outgoing none"} role="status">
      {items.map((item) => (
        <div key={item.event.eventId} class="message own" data-testid="outgoing">
          <div class="bubble">
            <p class="text" dir="auto">
              <LongText text={item.event.text} />
            </p>
            {item.state === "refused" ? (
              <Refusal item={item} />
            ) : (
              <p class="note">{item.state === "waiting" ? words.value.retrying : words.value.sending}</p>
            )}
          </div>
        </div>
      ))}
    </div>
  );
};
