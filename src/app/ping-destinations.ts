import type { Case, Forward } from "../domain/inquiry/model.js";
import type { ChannelPurpose, Directory } from "../domain/registry/model.js";
import type { Ping, PingStage } from "../domain/time/ping-schedule.js";
import type { PingDraft } from "../ports/store.js";
import { channelOf, communicationsAgencyId } from "./context.js";

interface Destination {
  readonly agencyId: string | undefined;
  readonly purpose: ChannelPurpose;
}

/**
 * Who hears of a forward's clock (docs/semantics.md, "Pings"). Escalations go to approval channels, never to a
 * public place. A clock no text sets is an internal target: it pings only the holder's own work channel.
 */
const destinations = (
  directory: Directory,
  inquiry: Case,
  forward: Forward,
  stage: PingStage,
): readonly Destination[] => {
  if (forward.clock?.level === "internal-target")
    return stage.kind === "reminder" || stage.kind === "due" ? [{ agencyId: inquiry.agencyId, purpose: "work" }] : [];
  const work: Destination = { agencyId: forward.agencyId, purpose: "work" };
  const approval: Destination = { agencyId: forward.agencyId, purpose: "approval" };
  switch (stage.kind) {
    case "reminder":
      return [work];
    case "due":
      return [work, approval];
    case "head":
      return [approval];
    case "communications":
      return [{ agencyId: communicationsAgencyId(directory), purpose: "approval" }];
  }
};

/** A ping as rows, one for each bound channel it goes to. */
export const pingDrafts = (directory: Directory, inquiry: Case, forward: Forward, ping: Ping): readonly PingDraft[] =>
  destinations(directory, inquiry, forward, ping.stage).flatMap(({ agencyId, purpose }) =>
    agencyId !== undefined && channelOf(directory, agencyId, purpose)
      ? [{ inquiryId: inquiry.id, forwardId: forward.id, stage: ping.code, dueAt: ping.dueAt, agencyId, purpose }]
      : [],
  );
