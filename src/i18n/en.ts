import { cards } from "./en/cards.js";
import { commands } from "./en/commands.js";
import { content } from "./en/content.js";
import { greeting } from "./en/greeting.js";
import { labels } from "./en/labels.js";
import { lists } from "./en/lists.js";
import { notices } from "./en/notices.js";
import { registry } from "./en/registry.js";
import { settings } from "./en/settings.js";
import { setup } from "./en/setup.js";
import type { id } from "./id.js";

/** Everything people read, in English. */
export const en: typeof id = {
  ...labels,
  ...commands,
  card: cards,
  content,
  greeting,
  list: lists,
  notice: notices,
  registry,
  settings,
  setup,
};
