import { createHash } from "node:crypto";

/** The part of a history row that its seal covers. The content itself is covered by its hash, so that it can be erased. */
export interface ChainRow {
  /** The place in the chain, from 1. */
  readonly sealNo: string;
  readonly id: string;
  readonly subjectId: string | null;
  /** Case time, milliseconds since 1970. */
  readonly atMs: number;
  readonly actor: string | null;
  readonly kind: string;
  readonly contentHash: string;
}

/** What the first row of a government is linked to: chains of two governments cannot be exchanged. */
export const genesisOf = (governmentId: string): string => sha256(`history of ${governmentId}`);

/** The seal of a row: SHA-256, hexadecimal, of the previous row's seal followed by this row as a JSON array of texts. */
export const sealOf = (previous: string, row: ChainRow): string =>
  sha256(
    previous +
      JSON.stringify([
        row.sealNo,
        row.id,
        row.subjectId,
        new Date(row.atMs).toISOString(),
        row.actor,
        row.kind,
        row.contentHash,
      ]),
  );

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
