import type { Case } from "../../../domain/inquiry/model.js";
import type { PrismaClient } from "../generated/client.js";
import type { CaseRows } from "../rows.js";
import { caseFromRows } from "./case-from-rows.js";
import { joinReads } from "./query-json.js";

const part = (table: string, order: string, owner = "inquiry_id"): string =>
  `coalesce((select jsonb_agg(to_jsonb(p) order by p.${order}) from ${table} p where p.government_id = i.government_id and p.${owner} = i.id), '[]')`;

const loadBy = (condition: string): string => `
select jsonb_build_object(
  'inquiry', to_jsonb(i),
  'forwards', ${part("forward", "ordinal")},
  'answers', ${part("answer", "version")},
  'decisions', ${part("decision", "ordinal", "subject_id")},
  'publications', ${part("publication", "ordinal")}) as value
from inquiry i, (select $1::jsonb as doc) input
where i.government_id = doc->>'governmentId' and ${condition}
order by i.year desc limit 1`;

const BY_ID = loadBy("i.id = doc->>'id'");
const BY_CODE = loadBy("i.code = doc->>'code'");
const BY_NUMBER = loadBy("i.number = (doc->>'number')::int");

/** The Reader's three ways to a whole case, each one statement and so one consistent state of it. */
export const createCaseLoader = (prisma: PrismaClient) => {
  const loading = (sql: string) => {
    const read = joinReads<CaseRows>(prisma, sql);
    return async (key: object): Promise<Case | undefined> => {
      const rows = await read(key);
      return rows && caseFromRows(rows);
    };
  };
  const [byId, byCode, byNumber] = [loading(BY_ID), loading(BY_CODE), loading(BY_NUMBER)];
  return {
    caseById: (governmentId: string, id: string) => byId({ governmentId, id }),
    caseByCode: (governmentId: string, code: string) => byCode({ governmentId, code }),
    caseByNumber: (governmentId: string, number: number) => byNumber({ governmentId, number }),
  };
};
