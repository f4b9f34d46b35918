import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { Channel } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { openCodeParts } from "./open-codes.js";
import { codeOf, historyPress, pageFrom, shortName } from "./registry-parts.js";
import { agencyName } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** Each has a button. */
const PAGE_SIZE = 5;

/** What the chat is for, and whose. */
export const chatWords = (scenery: Scenery, { agencyId, purpose }: Channel): string =>
  `${scenery.words.setup.purposes[purpose]} ${agencyName(scenery, agencyId)}`;

const channelBlock = (scenery: Scenery, channel: Channel): Block =>
  text(bold(channel.name), plain(`\n${chatWords(scenery, channel)} · ${channel.platform}`));

const codePress = (scenery: Scenery, agencyId: string | undefined): Press =>
  pressForm(scenery.words.registry.buttons.newCode, "channel", {
    register: "yes",
    ...(agencyId === undefined ? {} : { agency: codeOf(scenery, agencyId) }),
  });

const unbindPress = (scenery: Scenery, { id, name }: Channel): Press =>
  press(scenery.words.registry.buttons.unbind(shortName(name)), "unbind", { channel: id });

const inOrder = (scenery: Scenery) => (a: Channel, b: Channel) =>
  codeOf(scenery, a.agencyId).localeCompare(codeOf(scenery, b.agencyId)) || (a.id < b.id ? -1 : 1);

/** The chats that are bound, with how to bind another and to release one where the reader may. */
export const channelsView = (scenery: Scenery, { agencyId, page, mayKeep }: ContentOf<"channels">): View => {
  const { directory, words } = scenery;
  const { channels } = words.registry;
  const whose = agencyId === undefined ? directory.government.name : agencyName(scenery, agencyId);
  const all = directory.channels.filter((each) => agencyId === undefined || each.agencyId === agencyId);
  const found = pageFrom(all.toSorted(inOrder(scenery)), page, PAGE_SIZE);
  const { items, total } = found;
  const open = openCodeParts(
    scenery,
    (gives) =>
      mayKeep && page === 0 && gives.kind === "chat" && (agencyId === undefined || gives.agencyId === agencyId),
  );
  const title = channels.heading(whose, total);
  const one = agencyId === undefined ? {} : { agency: codeOf(scenery, agencyId) };
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(items.length > 0
        ? items.map((each) => channelBlock(scenery, each))
        : [emptyLine(scenery, total, channels.empty(whose))]),
      ...pageNote(scenery, page, found),
      ...open.blocks,
      ...(mayKeep ? [note(channels.hint)] : []),
    ],
    presses: [
      [
        ...(mayKeep ? [codePress(scenery, agencyId)] : []),
        ...(agencyId === undefined ? [] : [historyPress(scenery, agencyId)]),
      ],
      mayKeep ? items.map((each) => unbindPress(scenery, each)) : [],
      open.presses,
      pagePresses(scenery, "channel", one, page, found.more),
    ],
  };
};
