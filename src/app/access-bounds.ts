import type { Basis, BoundReason, GrantedScope, Role } from "../domain/registry/model.js";
import type { Profile } from "../regulations/schema.js";

/** Every role, in the order lists show them. */
export const roles: readonly Role[] = ["officer", "official", "head", "communications", "admin", "auditor"];

/** What a rule leaves of some cells, and why. */
interface Bound {
  /** Absent: all but those of `except`. */
  readonly actions?: readonly string[];
  readonly except?: readonly string[];
  readonly roles: readonly Role[];
  readonly allowed: readonly GrantedScope[];
  readonly reason: BoundReason;
  /** Where the profile says so, given the role; null where this regulation does not ask for it, so that nothing is bound. */
  readonly basis?: (profile: Profile, role: Role) => Basis | null;
}

/** Roles held in one agency, by its head's letter. */
const OF_AGENCY: readonly Role[] = ["officer", "official", "head"];
/** Roles held for the whole government. */
const OF_GOVERNMENT: readonly Role[] = ["communications", "admin"];
/** What only reads. */
const READING = ["case.read", "registry.read", "registered"];
/** What says something in the name of one agency. */
const SPEAKING = ["inquiry.log", "case.answer", "case.return", "case.post", "content.propose"];
/** What changes the registry and the rules themselves. */
const KEEPING = ["settings.keep", "registry.keep", "admin.keep"];
/** What of it a government may leave to admins alone. */
const SHARED_KEEPING = ["settings.keep", "registry.keep"];

/** The letter that makes somebody an officer or official of one agency; a head is one by the regulation's own words. */
const appointed = ({ appointments, roles: named }: Profile, role: Role): Basis =>
  appointments.find((each) => each.role === role && each.scope !== "non-structural") ?? named.head;

/** The step of an answer or of content that waits for an official, the most binding first. */
const decidedByOfficial = ({ gates, contentGate }: Profile): Basis | null => {
  const asked = [gates.available, gates.inHouse, gates.forwarded, contentGate].filter(({ kind }) => kind !== "none");
  return asked.find(({ level }) => level === "regulation") ?? asked[0] ?? null;
};

const twoReturns = ({ interpretations }: Profile): Basis | null =>
  interpretations.find(({ code }) => code === "two-returns") ?? null;

/** What the text makes an officer do has to stay possible. */
const served = (action: string, step: (profile: Profile) => Basis): Bound => ({
  ...{ actions: [action], roles: ["officer"], allowed: ["own", "any"], reason: "officerServes" },
  basis: step,
});

/**
 * Everything a government may not set in its access table, in one place; what is not here it may. A regulation's own words
 * bind by the profile, our own rules by their reason alone.
 */
export const accessBounds: readonly Bound[] = [
  { actions: ["registered"], roles: OF_AGENCY, allowed: ["own"], reason: "everybody" },
  { actions: ["registered"], roles: [...OF_GOVERNMENT, "auditor"], allowed: ["any"], reason: "everybody" },
  { except: READING, roles: ["auditor"], allowed: ["none"], reason: "auditorReads" },
  { except: READING, roles: OF_AGENCY, allowed: ["none", "own"], reason: "ownAgency", basis: appointed },
  { actions: SPEAKING, roles: OF_GOVERNMENT, allowed: ["none", "own"], reason: "oneVoice" },
  served("inquiry.log", ({ flow }) => flow.received),
  served("case.read", ({ flow }) => flow.received),
  served("case.forward", ({ flow }) => flow.contact),
  served("case.answer", ({ flow }) => flow.agencyAnswer),
  served("case.post", ({ flow }) => flow.reply),
  served("content.propose", ({ contentFlow }) => contentFlow.submitted),
  {
    ...{ actions: ["answer.decide"], roles: ["officer", "admin"], allowed: ["none"], reason: "officialDecides" },
    basis: decidedByOfficial,
  },
  {
    ...{ actions: ["answer.decide", "case.read"], roles: ["official"], allowed: ["own", "any"] },
    ...{ reason: "officialDecides", basis: decidedByOfficial },
  },
  {
    ...{ actions: ["acting.name"], roles: ["officer"], allowed: ["none"], reason: "officialNamed" },
    basis: (profile) => appointed(profile, "official"),
  },
  {
    ...{ actions: ["case.forward"], roles: ["communications"], allowed: ["any"], reason: "communicationsDecides" },
    basis: twoReturns,
  },
  {
    ...{ actions: ["case.forward"], roles: ["admin"], allowed: ["none", "own"], reason: "communicationsDecides" },
    basis: twoReturns,
  },
  { actions: KEEPING, roles: OF_AGENCY, allowed: ["none"], reason: "wholeGovernment" },
  { actions: SHARED_KEEPING, roles: ["communications"], allowed: ["none", "any"], reason: "wholeGovernment" },
  // Who may name admins could name themself: nobody else is let in, by whatever is stored.
  { actions: ["admin.keep"], roles: ["communications"], allowed: ["none"], reason: "adminsAlone" },
  { actions: KEEPING, roles: ["admin"], allowed: ["any"], reason: "keeper" },
];

/** What a cell may be set to, and why not to the others. */
export interface CellBounds {
  readonly allowed: readonly GrantedScope[];
  readonly limits: readonly {
    readonly allowed: readonly GrantedScope[];
    readonly reason: BoundReason;
    readonly basis?: Basis;
  }[];
}

const SCOPES: readonly GrantedScope[] = ["none", "own", "any"];

const isAbout = ({ actions, except }: Bound, action: string): boolean =>
  actions ? actions.includes(action) : !except?.includes(action);

/** The bounds of one cell under this regulation. */
export const boundsOf = (profile: Profile, action: string, role: Role): CellBounds => {
  const limits = accessBounds.flatMap((bound) => {
    if (!isAbout(bound, action) || !bound.roles.includes(role)) return [];
    const basis = bound.basis?.(profile, role);
    const { allowed, reason } = bound;
    return basis === null ? [] : [{ allowed, reason, ...(basis ? { basis } : {}) }];
  });
  return { allowed: SCOPES.filter((scope) => limits.every(({ allowed }) => allowed.includes(scope))), limits };
};
