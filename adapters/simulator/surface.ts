import type { FormSpec } from "../../src/ports/chat/forms.js";
import type { CommandSurface, Surface } from "../../src/ports/chat/surface.js";

/** The declared commands and forms as JSON; every text for people is `{ id, en }`. */
export interface SurfaceJson {
  readonly commands: readonly CommandSurface[];
  readonly forms: readonly FormSpec[];
}

/** Body of `GET /surface`. */
export const surfaceJson = (surface: Surface): SurfaceJson => ({
  commands: surface.commands,
  forms: [...surface.forms.values()],
});
