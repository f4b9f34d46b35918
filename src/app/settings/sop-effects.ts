import type { RuleChange } from "../../domain/registry/changes.js";
import type { Directory, Sop } from "../../domain/registry/model.js";
import { dayIn } from "../../domain/time/local-day.js";
import type { ContentOf } from "../../ports/message-content.js";
import { agencyOf, type Context } from "../context.js";
import { type Effects, say } from "../effects.js";

type Change = ContentOf<"sop">["change"];

const KINDS: Readonly<Record<Change, RuleChange>> = {
  registered: "sopRegistered",
  changed: "sopChanged",
  ended: "sopEnded",
};

/** What is kept of an SOP in the history. */
export const keptSop = ({ datedAt, ...rest }: Sop) => ({
  ...rest,
  ...(datedAt ? { datedAt: datedAt.toISOString() } : {}),
});

/** The same as typed inputs, by which it can be entered again just as it was. */
export const typedAgain = (directory: Directory, sop: Sop): Readonly<Record<string, string>> => ({
  register: "yes",
  number: sop.number,
  issuer: sop.issuer,
  hours: sop.deadlineHours === undefined ? "-" : String(sop.deadlineHours),
  available: sop.gates.available ?? "-",
  inhouse: sop.gates.inHouse ?? "-",
  forwarded: sop.gates.forwarded ?? "-",
  ...(sop.datedAt ? { letterDate: dayIn(directory.government.zone, sop.datedAt) } : {}),
  ...(sop.agencyId === undefined ? {} : { agency: agencyOf(directory, sop.agencyId).code }),
});

/** What was done to an SOP: its row, its line of history with what it was before, and what the chat is told. */
export const sopEffects = (context: Context, sop: Sop, before: Sop | undefined, change: Change): Effects => {
  const { id: sopId, number, agencyId } = sop;
  const former = before ? { former: typedAgain(context.directory, before) } : {};
  const whose = agencyId === undefined ? {} : { agencyId };
  return {
    registry: change === "ended" ? { removed: [sopId] } : { sops: [sop] },
    history: [
      {
        subjectId: context.directory.government.id,
        at: context.now,
        actor: context.person.id,
        kind: KINDS[change],
        content: {
          ...(change === "ended" ? {} : { after: keptSop(sop) }),
          ...(before ? { before: keptSop(before) } : {}),
        },
      },
    ],
    drafts: [say(context, "sop", { kind: "sop", sopId, number, ...whose, change, ...former })],
  };
};
