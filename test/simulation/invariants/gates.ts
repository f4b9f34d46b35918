import { createHash } from "node:crypto";
import type { Decision } from "../../../src/domain/approval/model.js";
import type { Answer, Case } from "../../../src/domain/inquiry/model.js";
import type { AnswerOrigin, Directory, GateKind } from "../../../src/domain/registry/model.js";
import type { InboxPayload } from "../../../src/ports/protocol.js";
import { checkCase, notTakenBack } from "../../support/inquiry-invariants.js";
import type { Watch } from "../watch.js";
import { mayDecide, saysYes } from "./deciders.js";

/** What the regulations say, written down once more: jabar-2019 Lamp. C angka 2 and 5, the others have no gate. */
const LAW: Readonly<Record<string, Readonly<Record<AnswerOrigin, GateKind>>>> = {
  "kobar-2017": { available: "none", inHouse: "none", forwarded: "none" },
  "klaten-2020": { available: "none", inHouse: "none", forwarded: "none" },
  "jabar-2019": { available: "approve", inHouse: "approve", forwarded: "report" },
};
const STRICTNESS: readonly GateKind[] = ["none", "report", "approve"];

const demandedOf = ({ government, sops }: Directory, inquiry: Case, origin: AnswerOrigin): GateKind => {
  const law = LAW[government.profile]?.[origin] ?? "approve";
  const sop = sops.find((each) => each.agencyId === inquiry.agencyId || each.agencyId === undefined)?.gates[origin];
  return sop && STRICTNESS.indexOf(sop) > STRICTNESS.indexOf(law) ? sop : law;
};

/** Whether an official stopped a reported text of this round, and did not take that back: then a yes is needed. */
const isStopped = (directory: Directory, inquiry: Case): boolean =>
  inquiry.answers
    .filter(({ round, origin }) => round === inquiry.round && demandedOf(directory, inquiry, origin) === "report")
    .some(({ id }) => {
      const standing = notTakenBack(inquiry.decisions, id);
      return standing.some(({ kind }) => kind === "hold" || kind === "reject");
    });

/** Keeps what really happened beside what the cases say. */
export interface GateWatch {
  /** The card of that exact text reached the officials' chat. */
  reported(answerId: string): void;
  changed(directory: Directory, before: Case | undefined, after: Case, cause: InboxPayload | null): void;
}

export const createGateWatch = (
  watch: Watch,
  commandOfToken: (governmentId: string, token: string) => string | undefined,
): GateWatch => {
  const reported = new Set<string>();
  const commandOf =
    ({ government }: Directory) =>
    (token: string) =>
      commandOfToken(government.id, token);
  /** Decisions that somebody who held the office did make, by an event of theirs. */
  const witnessed = new Set<string>();

  const stands = (directory: Directory, inquiry: Case, answer: Answer, kind: Decision["kind"]): boolean => {
    const last = inquiry.decisions.findLast(({ textId }) => textId === answer.id);
    return (
      last?.kind === kind &&
      last.hash === answer.hash &&
      witnessed.has(last.id) &&
      mayDecide(directory, inquiry.agencyId, [answer.authorId], last)
    );
  };
  const checkPassed = (directory: Directory, inquiry: Case, answerId: string): void => {
    const { code } = inquiry;
    const answer = inquiry.answers.find(({ id }) => id === answerId);
    watch.demand(answer !== undefined, `${code}: a gate about no text`);
    if (!answer) return;
    const hash = createHash("sha256").update(answer.text, "utf8").digest("hex");
    watch.demand(hash === answer.hash, `${code}: the text is another than its hash`);
    const demanded = isStopped(directory, inquiry) ? "approve" : demandedOf(directory, inquiry, answer.origin);
    const { reportNeedsAcknowledgement } = directory.government.settings;
    if (demanded === "approve")
      watch.demand(stands(directory, inquiry, answer, "approve"), `${code}: passed without the approval of this text`);
    if (demanded === "report") {
      const aware = stands(directory, inquiry, answer, "acknowledge");
      watch.demand(reported.has(answerId) || aware, `${code}: passed though no report of this text arrived`);
      if (reportNeedsAcknowledgement) watch.demand(aware, `${code}: passed without "Mengetahui"`);
    }
  };
  const checkPublished = (before: Case | undefined, after: Case): void => {
    const [posted] = after.publications.slice(before?.publications.length ?? 0);
    if (!posted) return;
    watch.demand(
      before?.status === "ready" && before.gate?.passed === true && before.gate.textId === posted.answerId,
      `${after.code}: published what was not ready`,
    );
  };
  return {
    reported: (answerId) => void reported.add(answerId),
    changed(directory, before, after, cause) {
      const decided = after.decisions.slice(before?.decisions.length ?? 0);
      for (const { id, kind, personId } of decided)
        if ((kind === "approve" || kind === "acknowledge") && saysYes(cause, personId, commandOf(directory)))
          witnessed.add(id);
      if (after.gate && (after.gate.passed || after.status === "ready"))
        checkPassed(directory, after, after.gate.textId);
      checkPublished(before, after);
      const heard = new Set([...reported, ...after.decisions.map(({ textId }) => textId)]);
      const needsAcknowledgement = directory.government.settings.reportNeedsAcknowledgement;
      try {
        checkCase(after, { needsAcknowledgement, needed: 1, gates: UNUSED }, heard);
      } catch (error) {
        watch.demand(false, `${after.code}: ${String(error)}`);
      }
    },
  };
};

const none = { kind: "none", level: "regulation", citation: "" } as const;
const UNUSED = { available: none, inHouse: none, forwarded: none };
