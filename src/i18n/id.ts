import { cards } from "./id/cards.js";
import { commands } from "./id/commands.js";
import { content } from "./id/content.js";
import { greeting } from "./id/greeting.js";
import { labels } from "./id/labels.js";
import { lists } from "./id/lists.js";
import { notices } from "./id/notices.js";
import { registry } from "./id/registry.js";
import { settings } from "./id/settings.js";
import { setup } from "./id/setup.js";

/** Everything people read, in Indonesian. Its shape is the shape of every language. */
export const id = {
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
