import { focused } from "./state.js";

/** Puts the keyboard where one writes: in the pane the place belongs to, otherwise in the one last used. */
export const focusComposer = (from?: Element): void => {
  const pane = from?.closest(".pane") ?? document.querySelectorAll(".pane").item(focused.value);
  (pane ?? document.querySelector(".pane"))?.querySelector("textarea")?.focus();
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrow keys, Home and End go through the buttons of a group. */
export const walkButtons = (event: KeyboardEvent): void => {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step === undefined ? -1 : at + step;
  const next = buttons[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
