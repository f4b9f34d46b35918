// Runs the built setup, and says what to do where there is none yet.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const setup = join(dirname(import.meta.dirname), "dist", "src", "setup.js");
if (!existsSync(setup)) {
  console.error("Tanggap is not built yet. Run npm run build (or npm ci), then npm run setup again.");
  process.exit(1);
}
await import(pathToFileURL(setup).href);
