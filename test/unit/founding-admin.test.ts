import { expect, it } from "vitest";
import { inviteAdmin } from "../../src/app/founding/invite-admin.js";
import type { Invitation } from "../../src/domain/registry/model.js";
import type { Foundations, KnownGovernment } from "../../src/ports/founding.js";
import { MORNING } from "../support/chat-bench.js";
import { appointmentOf, exampleDirectory } from "../support/example-directory.js";

const never = () => Promise.reject(new Error("not asked for"));

/** The agency the code is of, in a government like this. */
const homeIn = async (change: Partial<KnownGovernment>): Promise<string | undefined> => {
  const { agencies, appointments } = exampleDirectory("jabar");
  const standing = { agencies, appointments, invitations: [], ...change };
  const known: KnownGovernment = { code: "JABAR", zone: "Asia/Jakarta", locale: "id", now: MORNING, ...standing };
  const made: Invitation[] = [];
  const foundations: Foundations = {
    ...{ codes: never, found: never, remove: never, renew: never },
    invite: async (_, build) => made.push(...build(known).invitations) > 0,
  };
  const ids = { newId: () => "id", newSecret: () => "0000000001", hashOf: (text: string) => text };
  const given = await inviteAdmin("JABAR", { foundations, ids });
  expect(made).toMatchObject([{ gives: { kind: "role", appointment: { role: "admin", validFrom: MORNING } } }]);
  return given?.codes[0]?.agency;
};

const ofSetup: Invitation = {
  ...{ id: "setup", hash: "hash", expiresAt: MORNING },
  gives: {
    kind: "role",
    name: "Siti",
    appointment: {
      ...{ agencyId: "jabar-dinkes", role: "admin", position: "", instrument: "", number: "", validFrom: MORNING },
    },
  },
};

it.each([
  ["Diskominfo", {}, "diskominfo"],
  ["where the last admin was", { appointments: [appointmentOf("a", "jabar-dishub", "admin")] }, "dishub"],
  ["where the setup has its own", { appointments: [], invitations: [ofSetup] }, "dinkes"],
] as const)("an operator's code for an admin is of %s", async (_, change, agency) => {
  expect(await homeIn(change)).toBe(agency);
});
