import type { PrismaClient } from "../generated/client.js";
import type { CaseRows } from "../rows.js";
import { caseFromRows } from "./case-from-rows.js";
import { loadBy, partOf } from "./load-by.js";

const ROWS = `jsonb_build_object(
  'inquiry', to_jsonb(i),
  'forwards', ${partOf("forward", "inquiry_id", "ordinal")},
  'answers', ${partOf("answer", "inquiry_id", "version")},
  'decisions', ${partOf("decision", "subject_id", "ordinal")},
  'publications', ${partOf("publication", "inquiry_id", "ordinal")})`;

/** The Reader's three ways to a whole case. */
export const createCaseLoader = (prisma: PrismaClient) => {
  const by = loadBy(prisma, { table: "inquiry", value: ROWS, from: (rows: CaseRows) => caseFromRows(rows) });
  return { caseById: by.id, caseByCode: by.code, caseByNumber: by.number };
};
