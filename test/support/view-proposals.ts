import { select } from "../../src/domain/proposal/deciding.js";
import { collect, submit } from "../../src/domain/proposal/drafting.js";
import type { Proposal, ProposalContent } from "../../src/domain/proposal/model.js";
import type { ProposalOutcome } from "../../src/domain/proposal/outcome.js";
import { isRefusal } from "../../src/domain/refusal.js";
import { atMinute, holder, START } from "./view-fixture.js";

const content: ProposalContent = {
  theme: "Libur layanan",
  body: "Layanan libur 5 Maret.",
  hashtags: [],
  accountIds: ["account-a"],
  attachments: [],
  source: "Surat edaran",
  reasons: {},
  ethicsRead: true,
};

/** The proposal after a step of the machine. Throws where the machine refuses: the test is wrong. */
const stepped = (outcome: ProposalOutcome): Proposal => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`);
  return { ...outcome.next, version: outcome.next.version + 1 };
};

/** A stored draft of PUPR's. */
export const proposed = (change: Partial<ProposalContent> = {}): Proposal => ({
  ...collect({
    id: "p-1",
    agencyId: "a-pupr",
    content: { ...content, ...change },
    caseIds: [],
    by: holder("a-pupr", "officer"),
    at: START,
  }).next,
  code: "KOBAR-26-0044",
  number: 44,
  version: 1,
});

/** Its version "v-1" before the officials, ten minutes after the start. */
export const submitted = (change: Partial<ProposalContent> = {}): Proposal =>
  stepped(
    submit(proposed(change), {
      versionId: "v-1",
      hash: "h",
      content: { ...content, ...change },
      by: holder("a-pupr", "officer"),
      at: atMinute(10),
      gate: { kind: "approve", level: "internal-policy", citation: "Pasal 8" },
      keepsApproval: false,
    }),
  );

/** The official of PUPR selected it, which needs so many. */
export const selected = (proposal: Proposal, needed = 1): Proposal =>
  stepped(
    select(proposal, {
      decisionId: "d-select",
      by: holder("a-pupr", "official"),
      appointmentId: "ap-a-pupr-official",
      position: "Sekretaris",
      needed,
      at: atMinute(80),
    }),
  );
