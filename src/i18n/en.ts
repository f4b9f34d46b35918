import { cards } from "./en/cards.js";
import { commands } from "./en/commands.js";
import { content } from "./en/content.js";
import { labels } from "./en/labels.js";
import { lists } from "./en/lists.js";
import { notices } from "./en/notices.js";
import { registry } from "./en/registry.js";
import { setup } from "./en/setup.js";
import type { id } from "./id.js";

/** Everything people read, in English. */
export const en: typeof id = {
  ...labels,
  ...commands,
  card: cards,
  content,
  list: lists,
  notice: notices,
  registry,
  setup,
};
