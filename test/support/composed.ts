import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { mayUse } from "../../src/app/views/may-use.js";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import type { StoredAction } from "../../src/ports/store.js";
import type { ChatBench, Step } from "./chat-bench.js";
import { roomy } from "./view-fixture.js";

/** The first message an event caused, as people see it. */
interface Seen {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly actions: readonly StoredAction[];
  /** Which form a button opens, by its label. */
  readonly forms: Readonly<Record<string, string>>;
}

/** Makes the first message of a step. Throws where there is none or it is dropped. */
export const composed = async (bench: ChatBench, { rows }: Step, index = 0): Promise<Seen> => {
  const row = rows[index];
  if (!row) throw new Error("nothing was said");
  const compose = createCompose({ store: bench.store, surface, mayUse });
  const made = await compose(bench.governmentId, row.content, roomy, row.to);
  if (made === "drop") throw new Error("the message was dropped");
  const { blocks } = made.message;
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? block.items : []));
  return {
    text: plainTextOf(blocks),
    buttons: buttons.map(({ label }) => label),
    forms: Object.fromEntries(buttons.flatMap((each) => (each.kind === "open-form" ? [[each.label, each.form]] : []))),
    actions: made.tokens.map(({ action }) => action),
  };
};
