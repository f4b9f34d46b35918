import { expect, it } from "vitest";
import { renew } from "../../src/app/founding/found.js";
import type { ChannelPurpose, Invitation, InvitationGift, Role } from "../../src/domain/registry/model.js";
import type { Foundations, OpenCodes } from "../../src/ports/founding.js";
import { MORNING } from "../support/chat-bench.js";

const never = () => Promise.reject(new Error("not asked for"));

const agencies = ["pupr", "dishub"].map((code) => ({ id: `id-${code}`, code, name: code, kind: "internal" as const }));
const role = (code: string, held: Role, name: string): InvitationGift => ({
  ...{ kind: "role", name },
  appointment: {
    ...{ agencyId: `id-${code}`, role: held, position: "", instrument: "", number: "", validFrom: MORNING },
  },
});
const chat = (code: string, purpose: ChannelPurpose): InvitationGift => ({
  ...{ kind: "chat", agencyId: `id-${code}`, purpose },
});
const gifts = [
  ...[chat("pupr", "approval"), role("pupr", "officer", "Rina"), chat("dishub", "work"), chat("pupr", "work")],
  ...[role("dishub", "officer", "Bagas"), role("pupr", "admin", "Siti"), role("pupr", "official", "Surya")],
];

it("new codes are told in an order, and each old one is taken back by its own new one", async () => {
  const invitations: readonly Invitation[] = gifts.map((gives, index) => ({
    ...{ id: `old-${index}`, hash: "", gives, expiresAt: MORNING },
  }));
  const open: OpenCodes = { code: "UJI", zone: "Asia/Jakarta", locale: "id", now: MORNING, agencies, invitations };
  const made: Invitation[] = [];
  const foundations: Foundations = {
    ...{ codes: never, found: never, remove: never, invite: never },
    renew: async (_, build) => made.push(...build(open).invitations) > 0,
  };
  let count = 0;
  const ids = { newId: () => `new-${count++}`, newSecret: () => "0000000001", hashOf: (text: string) => text };
  const given = await renew("UJI", { foundations, ids });
  expect(given?.codes.map(({ agency, gives }) => [agency, gives.kind === "role" ? gives.name : gives.purpose])).toEqual(
    [
      ...[
        ["pupr", "Siti"],
        ["dishub", "Bagas"],
        ["pupr", "Surya"],
        ["pupr", "Rina"],
      ],
      ...[
        ["dishub", "work"],
        ["pupr", "work"],
        ["pupr", "approval"],
      ],
    ],
  );
  expect(made.filter(({ used }) => used).map(({ id, used }) => [id, used])).toEqual(
    gifts.map((_, index) => [`old-${index}`, { at: MORNING, by: `new-${index}`, recalled: true }]),
  );
  expect(made.filter(({ used }) => !used).map(({ gives }) => gives)).toEqual(gifts);
});
