import { dayOf, hourOf } from "./clock.js";
import { focusComposer } from "./focus.js";
import { channels, logOf, notice, words } from "./state.js";

/** What the clock's way brought, per channel. */
const happened = (since: number, until: number): readonly string[] =>
  channels.value.flatMap(({ id, name }) => {
    const fresh = logOf(id).value.filter(
      (one) => Number(one.id) > since && Number(one.id) <= until && one.from === "bot" && one.visibleTo === null,
    );
    return fresh.length === 0 ? [] : [words.value.happened(fresh.length, name)];
  });

const sentence = (): string => {
  const current = notice.value;
  if (!current) return "";
  if (current.kind === "text") return current.text;
  const parts = happened(current.since, current.until);
  const what = parts.length === 0 ? words.value.nothingHappened : `${parts.join(", ")}.`;
  return `${words.value.travelled(`${dayOf(current.at)} ${hourOf(current.at)}`)} ${what}`;
};

/** Says once what came of the last thing done to the whole. */
export const NoticeBar = () => (
  <div class={notice.value ? "notice" : "notice empty"}>
    <p role="status" data-testid="notice">
      {sentence()}
    </p>
    {notice.value && (
      <button
        type="button"
        class="icon small"
        aria-label={words.value.close}
        onClick={() => {
          focusComposer();
          notice.value = undefined;
        }}
      >
        ✕
      </button>
    )}
  </div>
);
