/** SQLSTATEs the commit raises to undo itself, see `tanggap_require` in the first migration. */
export const COMMIT_STATES = { leaseLost: "TG001", versionConflict: "TG002", unknownGovernment: "TG003" } as const;

/** These columns of that row. */
export const of = (row: string, columns: string): string => columns.replace(/\w+/g, `${row}.$&`);
