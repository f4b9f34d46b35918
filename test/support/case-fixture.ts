import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Decision } from "../../src/domain/approval/model.js";
import type { Attachment } from "../../src/domain/attachment.js";
import type { Answer, Case, Forward, Publication } from "../../src/domain/inquiry/model.js";
import { levels } from "../../src/domain/level.js";
import type { Changes } from "../../src/ports/store.js";
import type { PlantedGovernment } from "./registry-fixture.js";

/** A picture with a case; its bytes are nowhere. */
export const picture: Attachment = {
  key: "0123456789abcdef".repeat(4),
  name: "lampu.jpg",
  mediaType: "image/jpeg",
  sizeBytes: 12_345,
  altText: "Lampu jalan yang padam",
};

/** An instant cases of the tests happen at. */
export const NOON = new Date("2026-03-02T05:00:00.123Z");

/** A new case of the government's agency "home", to be stored as it is. */
export const newCase = (government: PlantedGovernment, change: Partial<Case> = {}): Case => ({
  id: randomUUID(),
  agencyId: government.home,
  code: "",
  number: 0,
  text: "Kapan lampu jalan diperbaiki?",
  attachments: [],
  status: "received",
  round: 1,
  version: 0,
  createdBy: government.person(government.home, "officer"),
  createdAt: NOON,
  updatedAt: NOON,
  forwards: [],
  answers: [],
  decisions: [],
  publications: [],
  ...change,
});

/** An open, delivered forward of a case to the government's agency "related", due in 24 hours. */
export const newForward = (government: PlantedGovernment, change: Partial<Forward> = {}): Forward => ({
  id: randomUUID(),
  agencyId: government.related,
  fromAgencyId: government.home,
  ordinal: 1,
  round: 1,
  status: "open",
  forwardedBy: government.person(government.home, "officer"),
  forwardedAt: NOON,
  firstForwardedAt: NOON,
  deliveredAt: NOON,
  clock: { hours: 24, level: "regulation", citation: "Lamp. B angka 4" },
  deadlineAt: new Date(NOON.getTime() + 86_400_000),
  ...change,
});

/** Changes that do nothing but end their cause. */
export const noChanges = (governmentId: string, cause: Changes["cause"]): Changes => ({
  governmentId,
  cause,
  history: [],
  outbox: [],
  pings: [],
  cancelPingsOf: [],
});

const words = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll("\0", ""));
const instants = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const basis = fc.record({ level: fc.constantFrom(...levels), citation: words });

const attachments: fc.Arbitrary<readonly Attachment[]> = fc.array(
  fc.record(
    { key: words, name: words, mediaType: words, sizeBytes: fc.nat(), altText: words },
    { requiredKeys: ["key", "name", "mediaType", "sizeBytes"] },
  ),
  { maxLength: 3 },
);

const forwards = (government: PlantedGovernment): fc.Arbitrary<Forward> =>
  fc.record(
    {
      id: fc.uuid(),
      agencyId: fc.constantFrom(government.home, government.related),
      fromAgencyId: fc.constantFrom(government.home, government.related),
      ordinal: fc.constant(0),
      round: fc.integer({ min: 1, max: 9 }),
      status: fc.constantFrom<Forward["status"][]>("open", "answered", "returned", "passed", "withdrawn"),
      note: words,
      forwardedBy: words,
      forwardedAt: instants,
      firstForwardedAt: instants,
      deliveredAt: instants,
      acknowledgedAt: instants,
      acknowledgedBy: words,
      clock: fc.tuple(basis, fc.integer({ min: 1, max: 240 })).map(([rule, hours]) => ({ ...rule, hours })),
      deadlineAt: instants,
      answer: fc.record({ text: words, attachments, by: words, at: instants }),
      returned: fc.record({ reason: words, suggestsAgencyId: words }, { requiredKeys: ["reason"] }),
      ended: fc.record({ by: words, at: instants }),
    },
    {
      requiredKeys: [
        "id",
        "agencyId",
        "fromAgencyId",
        "ordinal",
        "round",
        "status",
        "forwardedBy",
        "forwardedAt",
        "firstForwardedAt",
      ],
    },
  );

const answers: fc.Arbitrary<Answer> = fc.record({
  id: fc.uuid(),
  round: fc.integer({ min: 1, max: 9 }),
  version: fc.constant(0),
  origin: fc.constantFrom<Answer["origin"][]>("available", "inHouse", "forwarded"),
  text: words,
  attachments,
  hash: words.map((text) => createHash("sha256").update(text).digest("hex")),
  authorId: words,
  at: instants,
});

const decisions: fc.Arbitrary<Decision> = fc.record(
  {
    id: fc.uuid(),
    textId: fc.uuid(),
    hash: words,
    kind: fc.constantFrom<Decision["kind"][]>("approve", "reject", "acknowledge", "hold", "undo"),
    reason: words,
    personId: words,
    appointmentId: words,
    position: words,
    at: instants,
  },
  { requiredKeys: ["id", "textId", "hash", "kind", "personId", "appointmentId", "position", "at"] },
);

const publications: fc.Arbitrary<Publication> = fc.record(
  {
    id: fc.uuid(),
    answerId: fc.uuid(),
    round: fc.integer({ min: 1, max: 9 }),
    url: fc.webUrl(),
    postedBy: words,
    at: instants,
  },
  { requiredKeys: ["id", "answerId", "round", "postedBy", "at"] },
);

const counted = <T extends object>(parts: fc.Arbitrary<T>, key: "ordinal" | "version"): fc.Arbitrary<T[]> =>
  fc.array(parts, { maxLength: 4 }).map((list) => list.map((part, index) => ({ ...part, [key]: index + 1 })));

/** Any new case a store has to give back as it got it, whether or not the domain would ever make it. */
export const arbitraryCase = (government: PlantedGovernment): fc.Arbitrary<Case> =>
  fc.record(
    {
      id: fc.uuid(),
      agencyId: fc.constantFrom(government.home, government.related),
      code: fc.constant(""),
      number: fc.constant(0),
      kind: fc.constantFrom<NonNullable<Case["kind"]>[]>("question", "comment", "criticism", "complaint"),
      text: words,
      attachments,
      account: words,
      asker: words,
      link: words,
      post: words,
      sentiment: fc.constantFrom<NonNullable<Case["sentiment"]>[]>("positive", "neutral", "negative"),
      theme: words,
      status: fc.constantFrom<Case["status"][]>("received", "forwarded", "approval", "published", "closed"),
      round: fc.integer({ min: 1, max: 9 }),
      version: fc.constant(0),
      gate: fc
        .tuple(basis, fc.uuid(), fc.boolean())
        .map(([rule, textId, passed]) => ({ ...rule, kind: "report" as const, textId, passed })),
      closed: fc.record(
        { reason: fc.constantFrom("answered", "duplicate", "other"), detail: words, duplicateOf: words, at: instants },
        { requiredKeys: ["reason", "at"] },
      ),
      createdBy: words,
      createdAt: instants,
      updatedAt: instants,
      reopenedAt: instants,
      forwards: counted(forwards(government), "ordinal"),
      answers: counted(answers, "version"),
      decisions: fc.array(decisions, { maxLength: 4 }),
      publications: fc.array(publications, { maxLength: 4 }),
    },
    {
      requiredKeys: [
        "id",
        "agencyId",
        "code",
        "number",
        "text",
        "attachments",
        "status",
        "round",
        "version",
        "createdBy",
        "createdAt",
        "updatedAt",
        "forwards",
        "answers",
        "decisions",
        "publications",
      ],
    },
  );
