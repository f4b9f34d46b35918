import type { Proposal } from "../../../domain/proposal/model.js";
import type { PrismaClient } from "../generated/client.js";
import { type ProposalRows, proposalFromRows } from "./proposal-rows.js";
import { joinReads } from "./query-json.js";

const part = (table: string, order: string, owner = "proposal_id"): string =>
  `coalesce((select jsonb_agg(to_jsonb(p) order by p.${order}) from ${table} p where p.government_id = i.government_id and p.${owner} = i.id), '[]')`;

const ROWS = `jsonb_build_object(
  'proposal', to_jsonb(i),
  'versions', ${part("proposal_version", "version")},
  'decisions', ${part("decision", "ordinal", "subject_id")},
  'publications', ${part("content_publication", "ordinal")})`;

const INPUT = "(select $1::jsonb as doc) input";

const loadBy = (condition: string): string => `
select ${ROWS} as value from proposal i, ${INPUT}
where i.government_id = doc->>'governmentId' and ${condition}
order by i.year desc limit 1`;

const BY_ID = loadBy("i.id = doc->>'id'");
const BY_CODE = loadBy("i.code = doc->>'code'");
const BY_NUMBER = loadBy("i.number = (doc->>'number')::int");

const OF_CASE = `
select coalesce(jsonb_agg(${ROWS} order by i.created_at, i.id), '[]') as value from proposal i, ${INPUT}
where i.government_id = doc->>'governmentId' and i.case_ids @> array[doc->>'inquiryId']`;

/** The Reader's ways to whole proposals, each one statement and so one consistent state. */
export const createProposalLoader = (prisma: PrismaClient) => {
  const loading = (sql: string) => {
    const read = joinReads<ProposalRows>(prisma, sql);
    return async (key: object): Promise<Proposal | undefined> => {
      const rows = await read(key);
      return rows && proposalFromRows(rows);
    };
  };
  const [byId, byCode, byNumber] = [loading(BY_ID), loading(BY_CODE), loading(BY_NUMBER)];
  const ofCase = joinReads<readonly ProposalRows[]>(prisma, OF_CASE);
  return {
    proposalById: (governmentId: string, id: string) => byId({ governmentId, id }),
    proposalByCode: (governmentId: string, code: string) => byCode({ governmentId, code }),
    proposalByNumber: (governmentId: string, number: number) => byNumber({ governmentId, number }),
    async proposalsOfCase(governmentId: string, inquiryId: string): Promise<readonly Proposal[]> {
      const rows = await ofCase({ governmentId, inquiryId });
      return (rows ?? []).map(proposalFromRows);
    },
  };
};
