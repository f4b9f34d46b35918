import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused, noticeOf } from "../support/step-notices.js";

/** Diskominfo has no official, as when it is not an agency that answers; its head and officers stay. */
const officeWithoutOfficial = (directory: Directory): Directory => ({
  ...directory,
  people: directory.people.map((each) => (each.id === "kobar-pupr-official" ? { ...each, name: "Surya" } : each)),
  appointments: directory.appointments.filter(
    ({ role, agencyId }) => agencyId !== "kobar-diskominfo" || role !== "official",
  ),
});

const bench = (): ChatBench => createChatBench("kobar", { change: officeWithoutOfficial });
const admin = (of: ChatBench): Seat => ({ ...of.seat("diskominfo"), userId: "kobar-admin" });
const acting = (of: ChatBench) => of.directory().appointments.filter(({ acting }) => acting);

const LINE = "/plh kobar-pupr-officer pejabat=Surya sampai=besok";

describe("/acting in the chat of another agency", () => {
  it("takes the agency from the official who is named", async () => {
    const one = bench();
    const step = await one.type(admin(one), LINE);
    expect(step.history).toMatchObject([{ kind: "actingNamed" }]);
    const { directory } = await one.store.sceneOfGovernment("kobar");
    expect(directory.appointments.filter((each) => each.acting)).toMatchObject([
      { agencyId: "kobar-pupr", acting: { insteadOf: "kobar-pupr-official" } },
    ]);
  });

  it("asks for the agency where several have an official called so, and where nobody was named", async () => {
    const one = bench();
    one.register((directory) => ({
      ...directory,
      people: directory.people.map((each) => (each.id === "kobar-dlh-official" ? { ...each, name: "Surya" } : each)),
    }));
    const several = await one.type(admin(one), LINE);
    expectRefused(several, "actingWhere", admin(one));
    expect((await composed(one, several)).text).toMatch(/"Surya" di beberapa instansi: .+\(dlh\)|\(pupr\).+instansi=/);
    const nobody = await one.type(admin(one), "/plh kobar-pupr-officer sampai=besok");
    expect(noticeOf(nobody, "noOfficial").values).toHaveProperty("code");
    expect((await composed(one, nobody)).text).toMatch(/tambahkan instansi=, misalnya instansi=\w+\.$/);
    const unknown = await one.type(admin(one), "/plh kobar-pupr-officer pejabat=Gaib sampai=besok");
    expectRefused(unknown, "noOfficial", admin(one));
    expect(acting(one)).toEqual([]);
  });

  it("gives nobody a right they lack: who names for one agency names in no other", async () => {
    const one = bench();
    const head = { ...one.seat("dlh", "head") };
    expect((await one.type(head, LINE)).history).toMatchObject([{ kind: "refused" }]);
    const officer = one.seat("diskominfo");
    expectRefused(await one.type(officer, LINE), "onlyRole", officer);
  });

  it("says in the list where else somebody acts, to whoever may name there", async () => {
    const one = bench();
    await one.type(admin(one), LINE);
    const all = await composed(one, await one.type(admin(one), "/plh"));
    expect(all.text).toContain("(pupr). Untuk melihatnya: /plh instansi=pupr.");
    const named = await composed(one, await one.type(admin(one), "/plh instansi=pupr"));
    expect(named.text).not.toContain("Ada juga pengganti");
    const officers = await composed(one, await one.type(one.seat("diskominfo"), "/plh"));
    expect(officers.text).not.toContain("Ada juga pengganti");
  });
});
