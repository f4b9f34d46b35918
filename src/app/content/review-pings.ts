import type { Proposal } from "../../domain/proposal/model.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import { scheduleReview } from "../../domain/time/review-schedule.js";
import type { Changes, PingDraft } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { channelOf } from "../context.js";
import { isUrgent } from "./urgent.js";

/** All of them go to the agency's approval chat, never to a public place. None where that is not bound. */
const plannedPings = (directory: Directory, proposal: Proposal, at: Date): readonly PingDraft[] => {
  const version = waitingVersion(proposal);
  const { agencyId, id: inquiryId } = proposal;
  if (!version || !channelOf(directory, agencyId, "approval")) return [];
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
