import { useLayoutEffect, useRef } from "preact/hooks";
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

/** For a button that may go away while it has the focus: the keyboard then goes to where one writes. */
export const useHandingOn = () => {
  const place = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = place.current;
    return () => {
      if (button && button === document.activeElement) focusComposer(button);
    };
  }, []);
  return place;
};
