import type { ApprovalText, Decision } from "../domain/approval/model.js";
import { writersOf } from "../domain/approval/queries.js";
import type { Channel, Directory } from "../domain/registry/model.js";
import { channelOf, communicationsAgencyId } from "./context.js";
import { decidersOf } from "./deciders.js";

/** One of the agencies whose approval chat shows a text. */
export interface ApprovalPlace {
  readonly agencyId: string;
  /** Added to the card's key: each chat has a card of its own. */
  readonly suffix: string;
  readonly channel: Channel | undefined;
  /** Whether its card carries what has to reach somebody. */
  readonly carries: boolean;
}

/** A text that is before those who may decide it, or was. */
export interface Asked {
  readonly text: ApprovalText & { readonly at: Date };
  readonly decisions: readonly Decision[];
  /** Whether it waits for them, or did until this moment. */
  readonly waits: boolean;
}

/** When somebody was last asked about it: now, or when it was decided. */
const askedUntil = ({ text, decisions, waits }: Asked, now: Date): Date =>
  waits ? now : (decisions.findLast(({ textId }) => textId === text.id)?.at ?? text.at);

/** The beginning, and every later instant up to the end at which others may decide than before: appointments begin and end. */
const turns = ({ appointments }: Directory, agencyId: string, from: Date, until: Date): readonly Date[] => [
  from,
  ...appointments
    .filter((each) => each.agencyId === agencyId && (each.role === "official" || each.role === "head"))
    .flatMap(({ validFrom, validUntil }) => [validFrom, ...(validUntil ? [validUntil] : [])])
    .filter((at) => from < at && at <= until),
];

/**
 * Where a text goes before those who may decide it: the agency's approval chat, and that of the communications office where
 * nobody in the agency can decide, or could not at some time while the text was asked about: a card once drawn is kept
 * current. What has to arrive, arrives in the agency's own chat unless it has none.
 */
export const approvalPlaces = (
  directory: Directory,
  agencyId: string,
  asked: Asked,
  now: Date,
): readonly ApprovalPlace[] => {
  const own = channelOf(directory, agencyId, "approval");
  const writers = writersOf(asked.text);
  const outside = turns(directory, agencyId, asked.text.at, askedUntil(asked, now)).some(
    (at) => decidersOf(directory, agencyId, writers, at).instead === "communications",
  );
  const office = outside ? communicationsAgencyId(directory) : undefined;
  const central = office === undefined || office === agencyId ? undefined : channelOf(directory, office, "approval");
  const home = { agencyId, suffix: "", channel: own, carries: own !== undefined || central === undefined };
  if (!central) return [home];
  return [home, { agencyId: central.agencyId, suffix: `:${central.agencyId}`, channel: central, carries: !own }];
};
