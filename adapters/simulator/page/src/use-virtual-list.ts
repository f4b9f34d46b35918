import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

type List = Virtualizer<HTMLDivElement, HTMLElement>;

const ESTIMATE_PX = 110;

const optionsOf = (keys: readonly string[], getScrollElement: () => HTMLDivElement | null, onChange: () => void) => ({
  count: keys.length,
  getItemKey: (index: number) => keys[index] ?? index,
  estimateSize: () => ESTIMATE_PX,
  overscan: 6,
  paddingStart: 12,
  paddingEnd: 12,
  anchorTo: "end" as const,
  followOnAppend: true,
  scrollEndThreshold: 120,
  getScrollElement,
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
  onChange,
});

/** A list that stood at its end stands there still when its place grows or shrinks: a phone's keyboard, a text on its way. */
const useKeptEnd = (scroller: { readonly current: HTMLDivElement | null }, virtualizer: List): void => {
  useLayoutEffect(() => {
    const place = scroller.current;
    if (!place) return;
    let atEnd = true;
    const look = (): void => {
      atEnd = virtualizer.isAtEnd();
    };
    const observer = new ResizeObserver(() => {
      if (atEnd) virtualizer.scrollToEnd();
    });
    place.addEventListener("scroll", look, { passive: true });
    observer.observe(place);
    return () => {
      place.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [scroller, virtualizer]);
};

/** Only the items near the screen, their heights as they turn out; opens at the end and stays there while one is there. */
export const useVirtualList = (keys: readonly string[]) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const options = optionsOf(
    keys,
    () => scroller.current,
    () => redraw(undefined),
  );
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const empty = keys.length === 0;
  useLayoutEffect(() => {
    if (!empty) virtualizer.scrollToEnd();
  }, [empty, virtualizer]);
  useKeptEnd(scroller, virtualizer);
  return { scroller, virtualizer };
};
