import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { hashedProposal } from "../../../src/domain/proposal/hashed-content.js";
import type { Proposal, ProposalVersion } from "../../../src/domain/proposal/model.js";
import type { Directory } from "../../../src/domain/registry/model.js";
import type { InboxPayload } from "../../../src/ports/protocol.js";
import { notTakenBack } from "../../support/inquiry-invariants.js";
import { checkProposal } from "../../support/proposal-invariants.js";
import type { Watch } from "../watch.js";
import { mayDecide, saysYes } from "./deciders.js";

/** Remembers whose words a version has: whoever changed its draft since one was last selected, and who submitted it. */
const createWritten = () => {
  const writing = new Map<string, Set<string>>();
  const writers = new Map<string, readonly string[]>();
  return {
    of: (versionId: string): readonly string[] => writers.get(versionId) ?? [],
    changed(before: Proposal | undefined, { id, draft, versions }: Proposal): void {
      const now = writing.get(id) ?? new Set<string>();
      writing.set(id, now);
      if (draft && !isDeepStrictEqual(draft.content, before?.draft?.content)) now.add(draft.by);
      for (const version of versions.slice(before?.versions.length ?? 0)) {
        const former = before?.gate?.passed ? undefined : before?.versions.at(-1)?.id;
        writers.set(version.id, [...(writers.get(former ?? "") ?? []), ...now, version.authorId]);
        now.clear();
      }
      if (!draft) now.clear();
    },
  };
};

/** Looks on at content: nothing is posted that its officials did not select, each by an event of their own. */
export interface ContentWatch {
  changed(directory: Directory, before: Proposal | undefined, after: Proposal, cause: InboxPayload | null): void;
}

const UNDER = { gate: "approve", needed: 1, editsKeepApproval: false } as const;

export const createContentWatch = (
  watch: Watch,
  commandOfToken: (governmentId: string, token: string) => string | undefined,
): ContentWatch => {
  /** Decisions that somebody did make, by an event of theirs. */
  const witnessed = new Set<string>();
  const written = createWritten();

  const checkPosted = (directory: Directory, before: Proposal, version: ProposalVersion | undefined): void => {
    const { code, agencyId, decisions } = before;
    const postable = ["ready", "published", "corrected"].includes(before.status);
    watch.demand(
      postable && version !== undefined && version.id === before.gate?.textId,
      `${code}: posted what was not ready`,
    );
    if (!version) return;
    const hash = createHash("sha256").update(hashedProposal(version.content), "utf8").digest("hex");
    watch.demand(hash === version.hash, `${code}: the content is another than its hash`);
    const approval = notTakenBack(decisions, version.id).at(-1);
    const stands =
      approval?.kind === "approve" &&
      approval.hash === hash &&
      witnessed.has(approval.id) &&
      mayDecide(directory, agencyId, written.of(version.id), approval);
    watch.demand(stands, `${code}: posted without the officials' selection of this version`);
  };
  return {
    changed(directory, before, after, cause) {
      written.changed(before, after);
      const commandOf = (token: string) => commandOfToken(directory.government.id, token);
      for (const { id, kind, personId } of after.decisions.slice(before?.decisions.length ?? 0))
        if (kind === "approve" && saysYes(cause, personId, commandOf)) witnessed.add(id);
      const [posted] = after.publications.slice(before?.publications.length ?? 0);
      if (posted && before)
        checkPosted(
          directory,
          before,
          before.versions.find(({ id }) => id === posted.versionId),
        );
      try {
        checkProposal(after, UNDER);
      } catch (error) {
        watch.demand(false, `${after.code}: ${String(error)}`);
      }
    },
  };
};
