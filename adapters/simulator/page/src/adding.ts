import { batch, signal } from "@preact/signals";
import { askPatiently } from "./api.js";
import { focusComposer } from "./focus.js";
import { become, showChannel } from "./navigate.js";
import { government } from "./state.js";
import { readWorld } from "./world.js";

/** What is being added: a chat, or somebody to be in the pane at that place. */
export type Adding = { readonly what: "channels" } | { readonly what: "people"; readonly at: number };

/** What the person at the screen was asked to name. */
export const adding = signal<Adding | undefined>(undefined);

/** Opens the question for the name. */
export const askName = (wanted: Adding): void => {
  adding.value = wanted;
};

const go = (wanted: Adding, id: string): void =>
  batch(() => {
    adding.value = undefined;
    if (wanted.what === "channels") showChannel(id);
    else become(wanted.at, id);
  });

/** Adds it to the government shown and goes there; the keyboard is then where one writes. Rejects with `Refused`. */
export const add = async (wanted: Adding, name: string): Promise<void> => {
  const path = `/governments/${encodeURIComponent(government.value)}/${wanted.what}`;
  // May arrive twice: the same name is the same one.
  const { id } = await askPatiently<{ readonly id: string }>(path, "POST", { name });
  await readWorld();
  go(wanted, id);
  // Drawn by then, and what the dialog gave the focus back to is overruled.
  requestAnimationFrame(() => focusComposer());
};
