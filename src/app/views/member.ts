import { note } from "../../chatkit/blocks.js";
import type { Appointment, Person } from "../../domain/registry/model.js";
import type { ContentOf } from "../../ports/message-content.js";
import { listedOf } from "../registry/listed.js";
import { civilServantRule, personBlock } from "./member-facts.js";
import { openCodeParts } from "./open-codes.js";
import { basisParts, shortName } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** How to go on with a role; who acts for somebody is ended where they were named. */
const roleSteps = (scenery: Scenery, each: Appointment): readonly Press[] => {
  if (each.acting) return [];
  const { buttons } = scenery.words.registry;
  const role = shortName(roleWord(scenery, each.role));
  return [
    pressForm(buttons.renew(role), "renew", { appointment: each.id }),
    press(buttons.endOf(role), "endrole", { appointment: each.id }, "danger"),
  ];
};

const unlinkSteps = (scenery: Scenery, { id: person, identities }: Person): readonly Press[] =>
  identities.map(({ platform, workspace, userId: user }) =>
    press(
      scenery.words.registry.buttons.unlink(platform, shortName(user)),
      "unlink",
      { person, platform, workspace, user },
      "danger",
    ),
  );

/** One person with all their roles and what the reader may do about them. */
export const memberView = (scenery: Scenery, content: ContentOf<"member">): View | "drop" => {
  const { directory, now, words } = scenery;
  const { personId, mayKeep, mayKeepAdmins, isReader } = content;
  const person = directory.people.find(({ id }) => id === personId);
  if (!person) return "drop";
  const appointments = listedOf(directory, personId, now);
  const kept = appointments.filter(({ role }) => (role === "admin" ? mayKeepAdmins : mayKeep));
  const roles = appointments.map(({ role }) => role);
  const basis = basisParts(scenery, civilServantRule(scenery, person, roles));
  const { buttons, members } = words.registry;
  const open = openCodeParts(
    scenery,
    (gives) => (isReader || mayKeepAdmins) && gives.kind === "identity" && gives.personId === personId,
  );
  return {
    summary: person.name,
    blocks: [
      personBlock(scenery, person, appointments),
      ...open.blocks,
      ...(mayKeep ? [note(members.changeHint)] : []),
      ...basis.notes,
    ],
    presses: [
      ...kept.map((each) => roleSteps(scenery, each)),
      isReader || mayKeepAdmins ? [press(buttons.link, "link", { person: personId })] : [],
      mayKeepAdmins ? unlinkSteps(scenery, person) : [],
      open.presses,
      basis.presses,
    ],
  };
};
