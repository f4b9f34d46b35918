import { render } from "preact";
import { App } from "./app.js";
import { startClock } from "./clock.js";
import { openStream } from "./live.js";
import { begin } from "./navigate.js";

const place = document.getElementById("page");
if (place) render(<App />, place);
startClock();

const AGAIN_MS = 3_000;
/** The program may come later than the page. */
const start = (): void => {
  begin().catch(() => setTimeout(start, AGAIN_MS));
};
openStream();
start();
