import { plain } from "../../chatkit/blocks.js";
import { standingDecisions, writersOf } from "../../domain/approval/queries.js";
import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import type { Person } from "../../domain/registry/model.js";
import { parseReviewCode, type ReviewStage } from "../../domain/time/review-schedule.js";
import type { Block } from "../../ports/chat/outbound.js";
import { isUrgent } from "../content/urgent.js";
import { decidersOf } from "../deciders.js";
import { excerpt } from "./excerpt.js";
import { headPosition, holdersOf } from "./people.js";
import type { ToldPing } from "./pings.js";
import { timeIn } from "./scenery.js";
import type { Scenery } from "./view.js";

/** A version of a proposal that fell due for a ping, as it is now. */
export interface DueReview {
  readonly proposal: Proposal;
  readonly versionId: string;
  readonly stage: string;
}

/** Those who may decide and have not yet. */
const awaited = (scenery: Scenery, proposal: Proposal, version: ProposalVersion): readonly Person[] => {
  const { directory, now } = scenery;
  const approved = standingDecisions(proposal.decisions, version.id).map(({ personId }) => personId);
  const { appointments } = decidersOf(directory, proposal.agencyId, writersOf(version), now);
  const ids = appointments.map(({ personId }) => personId).filter((id) => !approved.includes(id));
  return directory.people.filter(({ id }) => ids.includes(id));
};

const sentenceOf = (scenery: Scenery, proposal: Proposal, version: ProposalVersion, stage: ReviewStage): string => {
  const { pings } = scenery.words.content;
  const what = `${proposal.code} v${version.version}`;
  const since = timeIn(scenery, version.at);
  if (stage.kind === "head") return pings.head(what, headPosition(scenery, proposal.agencyId), since);
  return isUrgent(scenery.profile, version.content) ? pings.urgent(what, since) : pings.reminder(what, since);
};

/** What the head is asked about, who has not seen the card. */
const particulars = (scenery: Scenery, { content }: ProposalVersion, stage: ReviewStage): readonly Block[] => {
  if (stage.kind !== "head") return [];
  const { fields } = scenery.words.content;
  return [{ kind: "fields", items: [{ label: fields.theme, value: [plain(excerpt(content.theme))] }] }];
};

/** What is said of a version; undefined when nobody waits for it any more. */
export const toldReview = (scenery: Scenery, { proposal, versionId, stage: code }: DueReview): ToldPing | undefined => {
  const version = waitingVersion(proposal);
  const stage = parseReviewCode(code);
  if (version?.id !== versionId || !stage) return undefined;
  return {
    code: proposal.code,
    sentence: sentenceOf(scenery, proposal, version, stage),
    people:
      stage.kind === "head" ? holdersOf(scenery, proposal.agencyId, ["head"]) : awaited(scenery, proposal, version),
    particulars: particulars(scenery, version, stage),
    purpose: "approval",
  };
};
