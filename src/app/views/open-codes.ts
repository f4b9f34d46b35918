import { note } from "../../chatkit/blocks.js";
import type { Invitation, InvitationGift } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { openCodes } from "../invitations/recalled.js";
import { shortName } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { agencyName, dateIn, personName } from "./scenery.js";
import { type Press, press, type Scenery } from "./view.js";

/** Each has a button; the others are counted. */
const MOST_CODES = 5;

/** What a code is for, and for whom. */
export const giftWords = (scenery: Scenery, gives: InvitationGift): string => {
  const { setup } = scenery.words;
  const { what } = setup.invitation;
  switch (gives.kind) {
    case "chat":
      return what.chat(setup.purposes[gives.purpose], agencyName(scenery, gives.agencyId));
    case "role": {
      const { role, agencyId } = gives.appointment;
      const said = what.role(roleWord(scenery, role), agencyName(scenery, agencyId));
      return gives.name === undefined ? said : `${said}: ${gives.name}`;
    }
    case "identity":
      return what.identity(personName(scenery, gives.personId));
  }
};

const shortWords = (scenery: Scenery, gives: InvitationGift): string => {
  if (gives.kind === "chat") return scenery.words.setup.purposes[gives.purpose];
  return gives.kind === "role"
    ? (gives.name ?? roleWord(scenery, gives.appointment.role))
    : personName(scenery, gives.personId);
};

/** The codes of a list that still work, each with the button that takes it back. */
export const openCodeParts = (
  scenery: Scenery,
  isShown: (gives: InvitationGift) => boolean,
): { readonly blocks: readonly Block[]; readonly presses: readonly Press[] } => {
  const { setup } = scenery.words;
  const all = openCodes(scenery.directory, scenery.now).filter(({ gives }) => isShown(gives));
  const shown = all.slice(0, MOST_CODES);
  const line = ({ gives, expiresAt }: Invitation): Block =>
    note(setup.open(giftWords(scenery, gives), dateIn(scenery, expiresAt)));
  const rest = all.length - shown.length;
  return {
    blocks: [...shown.map(line), ...(rest > 0 ? [note(setup.moreOpen(rest))] : [])],
    presses: shown.map(({ id, gives }) =>
      press(setup.recall(shortName(shortWords(scenery, gives))), "recall", { invitation: id }, "danger"),
    ),
  };
};
