import { dayOf, hourOf, type Move, moveClock, moving, now } from "./clock.js";
import { explain } from "./compose.js";
import { narrow } from "./narrow.js";
import { coachShown, government, notice, TOUR, words } from "./state.js";

const move = (to: Move): void => {
  coachShown.value = false;
  moveClock(to).catch((error: unknown) => {
    notice.value = { kind: "text", text: explain(error) };
  });
};

const nextLabel = (): string => (narrow.value ? words.value.nextEventShort : words.value.nextEvent);

const Coach = () => {
  const [before, after] = words.value.coach;
  return (
    <div class="coach" data-testid="coach" role="note">
      <p>
        {before}
        <em>{nextLabel()}</em>
        {after}
      </p>
      <button
        type="button"
        aria-label={words.value.coachClose}
        onClick={(event) => {
          event.currentTarget.closest(".next")?.querySelector("button")?.focus();
          coachShown.value = false;
        }}
      >
        ✕
      </button>
    </div>
  );
};

/** The government's time, and the buttons that move it. */
export const ClockBar = () => {
  const text = words.value;
  return (
    <fieldset class="clock-bar" aria-label={text.clockButtons} aria-busy={moving.value}>
      <p class="clock" data-testid="clock">
        <span class="sr">{text.clock}: </span>
        <span class="clock-day">{dayOf(now.value)}</span> <time>{hourOf(now.value)}</time>
      </p>
      <button type="button" class="pill" onClick={() => move({ advanceMinutes: 15 })}>
        {text.quarter}
      </button>
      <button type="button" class="pill" onClick={() => move({ advanceMinutes: 60 })}>
        {text.hour}
      </button>
      <button type="button" class="pill" data-testid="day" onClick={() => move({ advanceMinutes: 1_440 })}>
        {text.day}
      </button>
      <div class="next">
        <button
          type="button"
          class="pill primary"
          data-testid="next-event"
          aria-label={text.nextEvent}
          onClick={() => move({ to: "next-event" })}
        >
          {moving.value ? text.moving : nextLabel()}
        </button>
        {coachShown.value && government.value === TOUR && <Coach />}
      </div>
    </fieldset>
  );
};
