import type { Proposal } from "../../../domain/proposal/model.js";
import type { PrismaClient } from "../generated/client.js";
import { loadBy, partOf } from "./load-by.js";
import { addressOf, type ProposalRows, proposalFromRows } from "./proposal-rows.js";
import { joinReads, queryJson } from "./query-json.js";

const ROWS = `jsonb_build_object(
  'proposal', to_jsonb(i),
  'versions', ${partOf("proposal_version", "proposal_id", "version")},
  'decisions', ${partOf("decision", "subject_id", "ordinal")},
  'publications', ${partOf("content_publication", "proposal_id", "ordinal")})`;

const OF_CASE = `
select coalesce(jsonb_agg(${ROWS} order by i.created_at, i.id), '[]') as value
from proposal i, (select $1::jsonb as doc) input
where i.government_id = doc->>'governmentId' and i.case_ids @> array[doc->>'inquiryId']`;

const POSTED_AT = `
select jsonb_build_object('id', i.id, 'code', i.code) as value
from (select $1::jsonb as doc) input, content_publication c
  join proposal i on i.government_id = c.government_id and i.id = c.proposal_id
where c.government_id = doc->>'governmentId' and c.address = doc->>'address'`;

/** The Reader's ways to proposals; those of a case in the order they were made. */
export const createProposalLoader = (prisma: PrismaClient) => {
  const by = loadBy(prisma, { table: "proposal", value: ROWS, from: (rows: ProposalRows) => proposalFromRows(rows) });
  const ofCase = joinReads<readonly ProposalRows[]>(prisma, OF_CASE);
  return {
    proposalById: by.id,
    proposalByCode: by.code,
    proposalByNumber: by.number,
    proposalPostedAt: (governmentId: string, url: string) =>
      queryJson<{ readonly id: string; readonly code: string }>(prisma, POSTED_AT, {
        governmentId,
        address: addressOf(url),
      }),
    async proposalsOfCase(governmentId: string, inquiryId: string): Promise<readonly Proposal[]> {
      const rows = await ofCase({ governmentId, inquiryId });
      return (rows ?? []).map(proposalFromRows);
    },
  };
};
