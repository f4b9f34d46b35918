import type { ApprovalText } from "../domain/approval/model.js";
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

/**
 * Where a text goes before those who may decide it: the agency's approval chat, and that of the communications office where
 * nobody in the agency could decide when it was written. What has to arrive, arrives in the agency's own unless it has none.
 */
export const approvalPlaces = (
  directory: Directory,
  agencyId: string,
  text: ApprovalText & { readonly at: Date },
): readonly ApprovalPlace[] => {
  const own = channelOf(directory, agencyId, "approval");
  const { instead } = decidersOf(directory, agencyId, writersOf(text), text.at);
  const office = instead === "communications" ? communicationsAgencyId(directory) : undefined;
  const central = office === undefined || office === agencyId ? undefined : channelOf(directory, office, "approval");
  const home = { agencyId, suffix: "", channel: own, carries: own !== undefined || central === undefined };
  if (!central) return [home];
  return [home, { agencyId: central.agencyId, suffix: `:${central.agencyId}`, channel: central, carries: !own }];
};
