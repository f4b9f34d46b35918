import { writersOf } from "../../domain/approval/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import { scheduleReview } from "../../domain/time/review-schedule.js";
import type { Changes, OutboxDraft, PingDraft } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { channelOf, communicationsAgencyId, conversationOf } from "../context.js";
import { decidersOf } from "../deciders.js";
import { selectionCardKey, selectionPlaces } from "./cards.js";
import { isUrgent } from "./urgent.js";

/** The agency whose approval chat they are planned for: where that is not bound, the communications office. */
const pingedAgency = (directory: Directory, { agencyId }: Proposal): string | undefined =>
  [agencyId, communicationsAgencyId(directory)].find(
    (each) => each !== undefined && channelOf(directory, each, "approval") !== undefined,
  );

/** All of them go to an approval chat, never to a public place. None where no such chat is bound. */
const plannedPings = (directory: Directory, proposal: Proposal, at: Date): readonly PingDraft[] => {
  const version = waitingVersion(proposal);
  const agencyId = pingedAgency(directory, proposal);
  const { id: inquiryId } = proposal;
  if (!version || agencyId === undefined) return [];
  const { settings, zone, profile } = directory.government;
  const urgent = isUrgent(profileOf(profile), version.content);
  return scheduleReview({ ...settings, submittedAt: version.at, urgent, zone })
    .filter(({ dueAt }) => dueAt > at)
    .map(({ code: stage, dueAt }) => ({
      ...{ inquiryId, forwardId: version.id, stage, dueAt, agencyId },
      purpose: "approval" as const,
    }));
};

/**
 * Reminders of the version that begins to wait for the officials, and the end of those of the one that no longer does: it
 * was decided, replaced or withdrawn. A decision that is undone brings back those still to come. No text sets these times:
 * they are internal targets.
 */
export const reviewPings = (
  directory: Directory,
  before: Proposal | undefined,
  next: Proposal,
  at: Date,
): Pick<Changes, "pings" | "cancelPingsOf"> => {
  const was = before && waitingVersion(before)?.id;
  if (was === waitingVersion(next)?.id) return { pings: [], cancelPingsOf: [] };
  return { pings: plannedPings(directory, next, at), cancelPingsOf: was === undefined ? [] : [was] };
};

/** The ping of the version that waits, for the communications office's chat where that may decide it and it was not planned for. */
export const pingsElsewhere = (
  directory: Directory,
  proposal: Proposal,
  stage: string,
  now: Date,
): readonly OutboxDraft[] => {
  const version = waitingVersion(proposal);
  if (!version) return [];
  const { instead } = decidersOf(directory, proposal.agencyId, writersOf(version), now);
  if (instead !== "communications") return [];
  const items = [{ inquiryId: proposal.id, forwardId: version.id, stage }];
  return selectionPlaces(directory, proposal, version.id, now).flatMap(({ agencyId, channel, suffix, carries }) =>
    channel && !carries
      ? [
          {
            step: `pings${suffix}`,
            to: conversationOf(channel),
            replyTo: { card: `${selectionCardKey(version.id)}${suffix}` },
            content: { kind: "pings", agencyId, items },
            whenUnknown: "repeat",
          },
        ]
      : [],
  );
};
