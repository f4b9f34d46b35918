import { note } from "../../chatkit/blocks.js";
import type { Case, Forward } from "../../domain/inquiry/model.js";
import { currentAnswer, openForwards } from "../../domain/inquiry/queries.js";
import type { Basis } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { type Press, press, type Scenery } from "./view.js";

const clockBasis = ({ profile }: Scenery, forward: Forward): Basis =>
  forward.clock ?? profile.interpretations.find((each) => each.code === "external-agencies") ?? profile.flow.contact;

const answerBasis = ({ profile }: Scenery, inquiry: Case): Basis => {
  const answer = currentAnswer(inquiry);
  if (!answer || answer.origin === "forwarded") return profile.flow.reply;
  return answer.origin === "available" ? profile.flow.available : profile.gates.inHouse;
};

const waitsAtGate = (inquiry: Case): boolean =>
  ["approval", "reporting", "reported", "revising"].includes(inquiry.status) && inquiry.gate !== undefined;

/** The forward whose deadline the card shows: a related agency's own while it is open, else the one that runs out first. */
export const timedForward = (inquiry: Case, own: Forward | undefined): Forward | undefined =>
  own ? [own].find(({ status }) => status === "open") : openForwards(inquiry).toSorted(byDeadline)[0];

/** What the case's present step rests on; a related agency's card shows the basis of its own clock. */
export const basisOf = (scenery: Scenery, inquiry: Case, forward?: Forward): Basis => {
  const { flow, gates } = scenery.profile;
  if (forward) return clockBasis(scenery, forward);
  const first = timedForward(inquiry, undefined);
  if (inquiry.status === "forwarded" && first) return clockBasis(scenery, first);
  if (waitsAtGate(inquiry) && inquiry.gate) return inquiry.gate;
  if (inquiry.status === "received") return flow.received;
  if (inquiry.status === "drafting") return gates.inHouse;
  if (inquiry.status === "answered") return flow.agencyAnswer;
  return currentAnswer(inquiry) ? answerBasis(scenery, inquiry) : flow.received;
};

/** The forward whose time runs out first comes first; those without a deadline come last. */
const byDeadline = (a: Forward, b: Forward): number =>
  (a.deadlineAt?.getTime() ?? Number.MAX_VALUE) - (b.deadlineAt?.getTime() ?? Number.MAX_VALUE);

const issuerOf = ({ directory }: Scenery, { citation }: Basis): string | undefined =>
  directory.sops.find((sop) => citation === `SOP ${sop.number}`)?.issuer;

/**
 * How binding the basis is; what it is stands on its button. An SOP is named here, with who issued it, for its button opens
 * the article that calls for one.
 */
export const basisNote = (scenery: Scenery, basis: Basis): Block => {
  const { card, level } = scenery.words;
  if (basis.level !== "sop") return note(card.basisLevel(level[basis.level]));
  const issuer = issuerOf(scenery, basis);
  const citation = issuer === undefined ? basis.citation : card.issuedBy(basis.citation, issuer);
  return note(card.basis(citation, level[basis.level]));
};

/** Opens the summary of the article; for an SOP that of the article that calls for one. */
export const basisPress = (scenery: Scenery, basis: Basis): Press => {
  const citation = basis.level === "sop" ? scenery.profile.deadline.sop.citation : basis.citation;
  return press(scenery.words.card.basisButton(citation), "article", { citation });
};
