import { plain } from "../../chatkit/blocks.js";
import { standingDecisions, writersOf } from "../../domain/approval/queries.js";
import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import type { Person } from "../../domain/registry/model.js";
import { parseReviewCode } from "../../domain/time/review-schedule.js";
import type { Block } from "../../ports/chat/outbound.js";
import { isUrgent } from "../content/urgent.js";
import { type Deciders, decidersOf } from "../deciders.js";
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

/** What is said, of which version, and who may decide it now. */
interface Due {
  readonly proposal: Proposal;
  readonly version: ProposalVersion;
  readonly deciders: Deciders;
  /** Whether the agency's head is asked; without one, and elsewhere, those who may decide are reminded instead. */
  readonly asksHead: boolean;
}

/** Those who may decide and have not yet. */
const awaited = ({ directory }: Scenery, { proposal, version, deciders }: Due): readonly Person[] => {
  const approved = standingDecisions(proposal.decisions, version.id).map(({ personId }) => personId);
  const ids = deciders.appointments.map(({ personId }) => personId).filter((id) => !approved.includes(id));
  return directory.people.filter(({ id }) => ids.includes(id));
};

const sentenceOf = (scenery: Scenery, { proposal, version, deciders, asksHead }: Due): string => {
  const { pings } = scenery.words.content;
  const what = `${proposal.code} v${version.version}`;
  const since = timeIn(scenery, version.at);
  if (asksHead) return pings.head(what, headPosition(scenery, proposal.agencyId), since);
  const who = scenery.profile.roles[deciders.instead ?? "official"].name[scenery.locale];
  return isUrgent(scenery.profile, version.content) ? pings.urgent(what, who, since) : pings.reminder(what, who, since);
};

/** What the head is asked about, who has not seen the card. */
const particulars = (scenery: Scenery, { version: { content } }: Due): readonly Block[] => {
  const { fields } = scenery.words.content;
  return [{ kind: "fields", items: [{ label: fields.theme, value: [plain(excerpt(content.theme))] }] }];
};

/**
 * What is said of a version in the chat of this agency; undefined when nobody waits for it any more, or it is the
 * communications office's chat and that may not decide now.
 */
export const toldReview = (
  scenery: Scenery,
  agencyId: string,
  { proposal, versionId, stage: code }: DueReview,
): ToldPing | undefined => {
  const version = waitingVersion(proposal);
  const stage = parseReviewCode(code);
  if (version?.id !== versionId || !stage) return undefined;
  const deciders = decidersOf(scenery.directory, proposal.agencyId, writersOf(version), scenery.now);
  const isOwn = agencyId === proposal.agencyId;
  if (!isOwn && deciders.instead !== "communications") return undefined;
  const heads = stage.kind === "head" && isOwn ? holdersOf(scenery, agencyId, ["head"]) : [];
  const due = { proposal, version, deciders, asksHead: heads.length > 0 };
  return {
    code: proposal.code,
    sentence: sentenceOf(scenery, due),
    people: due.asksHead ? heads : awaited(scenery, due),
    particulars: due.asksHead ? particulars(scenery, due) : [],
    purpose: "approval",
  };
};
