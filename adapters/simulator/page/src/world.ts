import { batch } from "@preact/signals";
import type { SurfaceJson } from "../../surface.js";
import { askPatiently } from "./api.js";
import { setClock } from "./clock.js";
import { surface, world } from "./state.js";
import type { World } from "./types.js";

/** Reads who and what there is, and the commands and forms. Rejects with `Refused`. */
export const readWorld = async (): Promise<World> => {
  const [found, declared] = await Promise.all([askPatiently<World>("/world"), askPatiently<SurfaceJson>("/surface")]);
  batch(() => {
    world.value = found;
    surface.value = declared;
    setClock(found.now);
  });
  return found;
};
