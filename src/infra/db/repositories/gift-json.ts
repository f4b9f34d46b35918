import type { Appointment, InvitationGift } from "../../../domain/registry/model.js";

type Given = Omit<Appointment, "id" | "personId" | "acting">;
type Dated = "datedAt" | "validFrom" | "validUntil";
type StoredGiven = Omit<Given, Dated> & {
  readonly datedAt?: string;
  readonly validFrom: string;
  readonly validUntil?: string;
};
type OfRole = Extract<InvitationGift, { readonly kind: "role" }>;

/** What a code gives as JSON has it: times are text. */
export type StoredGift =
  | Exclude<InvitationGift, OfRole>
  | (Omit<OfRole, "appointment"> & { readonly appointment: StoredGiven });

/** What a code gives, from its column. */
export const giftOf = (stored: StoredGift): InvitationGift => {
  if (stored.kind !== "role") return stored;
  const { datedAt, validFrom, validUntil, ...rest } = stored.appointment;
  return {
    ...stored,
    appointment: {
      ...rest,
      ...(datedAt === undefined ? {} : { datedAt: new Date(datedAt) }),
      validFrom: new Date(validFrom),
      ...(validUntil === undefined ? {} : { validUntil: new Date(validUntil) }),
    },
  };
};
