import { createHash } from "node:crypto";

const MARK = "/* prepared */";

/**
 * Marks a statement as worth preparing: planned once per connection and not every time, which halves the time of a
 * commit. Only for constant texts, as each stays prepared for as long as its connection lives.
 */
export const prepared = (sql: string): string => `${MARK}\n${sql}`;

/** Names of marked statements for the driver adapter (`statementNameGenerator`); others get none and are not kept. */
export const createStatementNames = (): ((query: { readonly sql: string }) => string) => {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!sql.startsWith(MARK)) return "";
    const known = names.get(sql) ?? createHash("sha256").update(sql).digest("hex").slice(0, 32);
    names.set(sql, known);
    return known;
  };
};
