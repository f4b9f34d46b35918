/** What a failed query tells, wherever Prisma and its driver put it. */
export interface DatabaseError {
  /** The SQLSTATE, or the code of Prisma (P…) or of the socket (E…) when there is none. */
  readonly code?: string;
  /** The adapter's own word for it: "DatabaseNotReachable", "TransactionWriteConflict". */
  readonly kind?: string;
  /** The constraint that was violated. */
  readonly constraint?: string;
}

interface DriverCause {
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly constraint?: { readonly index?: unknown };
}

/**
 * Reads an error of a Prisma query. Raw queries fail with P2010 whatever happened, and the true code lies in
 * `meta.driverAdapterError.cause`; a DriverAdapterError that was not wrapped has the same in `cause`.
 */
export const databaseErrorOf = (error: unknown): DatabaseError => {
  if (typeof error !== "object" || error === null) return {};
  const { code, meta, cause } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: unknown } };
    cause?: unknown;
  };
  const driver = (meta?.driverAdapterError?.cause ?? cause) as DriverCause | null | undefined;
  return {
    ...text("code", driver?.originalCode ?? code),
    ...text("kind", driver?.kind),
    ...text("constraint", driver?.constraint?.index),
  };
};

const text = <K extends string>(key: K, value: unknown): { readonly [P in K]?: string } =>
  typeof value === "string" ? ({ [key]: value } as { [P in K]: string }) : {};
