import type { Basis } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { basisNote, basisPress } from "./case-basis.js";
import { dateIn } from "./scenery.js";
import { type Press, press, type Scenery } from "./view.js";

/** The agency's code, as commands take it. */
export const codeOf = ({ directory }: Scenery, agencyId: string): string =>
  directory.agencies.find(({ id }) => id === agencyId)?.code ?? "";

/** Opens what was registered of an agency. */
export const historyPress = (scenery: Scenery, agencyId: string): Press =>
  press(scenery.words.registry.buttons.history, "agency", { agency: codeOf(scenery, agencyId), list: "history" });

const MOST_NAME_CHARS = 25;

/** A name as far as a button has room for it. */
export const shortName = (name: string): string => [...name].slice(0, MOST_NAME_CHARS).join("");

/** The last day something counts is the one before its end. */
export const lastDay = (scenery: Scenery, until: Date): string => dateIn(scenery, new Date(until.getTime() - 1));

/** What the regulation says of it, where it does: a note, and the button that opens the rule. */
export const basisParts = (
  scenery: Scenery,
  rule: Basis | undefined,
): { readonly notes: readonly Block[]; readonly presses: readonly Press[] } =>
  rule ? { notes: [basisNote(scenery, rule)], presses: [basisPress(scenery, rule)] } : { notes: [], presses: [] };

/** One page of a list that is wholly known, as the store finds others. */
export const pageFrom = <T>(all: readonly T[], page: number, size: number) => ({
  items: all.slice(page * size, (page + 1) * size),
  more: all.length > (page + 1) * size,
  total: all.length,
});
