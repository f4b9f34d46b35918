import { signal } from "@preact/signals";

const query = matchMedia("(max-width: 60rem)");

/** Whether there is room for one pane only. */
export const narrow = signal(query.matches);
query.addEventListener("change", () => {
  narrow.value = query.matches;
});
