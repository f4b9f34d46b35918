import { describe, expect, it } from "vitest";
import { accessActions, accessTable, grantOf } from "../../src/app/access.js";
import { accessBounds, boundsOf, roles } from "../../src/app/access-bounds.js";
import { decidersOf } from "../../src/app/deciders.js";
import { accessFaults } from "../../src/app/settings/access-faults.js";
import { mayUse } from "../../src/app/views/may-use.js";
import type { AccessChanges, Directory } from "../../src/domain/registry/model.js";
import { profiles } from "../../src/regulations/profiles.js";
import { articlesAt } from "../../src/regulations/schema.js";
import { createChatBench } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { expectRefused, noticesOf } from "../support/step-notices.js";

const withAccess =
  (access: AccessChanges) =>
  (directory: Directory): Directory => ({
    ...directory,
    government: { ...directory.government, settings: { ...directory.government.settings, access } },
  });

describe.each(profiles)("the bounds of $key", (profile) => {
  it("leave the default of every cell", () => {
    for (const action of accessActions)
      for (const role of roles)
        expect(boundsOf(profile, action, role).allowed, `${action} ${role}`).toContain(
          accessTable[action][role] ?? "none",
        );
  });

  it("name only places whose summary people can read", () => {
    for (const action of accessActions)
      for (const role of roles)
        for (const { basis } of boundsOf(profile, action, role).limits)
          if (basis) expect(articlesAt(profile, basis.citation), basis.citation).not.toEqual([]);
  });

  it("say why wherever they leave less than everything", () => {
    for (const action of accessActions)
      for (const role of roles) {
        const { allowed, limits } = boundsOf(profile, action, role);
        expect(limits.length > 0, `${action} ${role}`).toBe(allowed.length < 3);
      }
  });

  it("never let an officer decide, an auditor change anything, or the last keepers go", () => {
    const { limits, allowed } = boundsOf(profile, "answer.decide", "officer");
    expect(allowed).toEqual(["none"]);
    expect(limits.find(({ reason }) => reason === "officialDecides")?.basis).toBeDefined();
    for (const action of ["case.close", "content.end", "settings.keep", "registry.keep"])
      expect(boundsOf(profile, action, "auditor").allowed, action).toEqual(["none"]);
    for (const action of ["settings.keep", "registry.keep"])
      expect(boundsOf(profile, action, "admin").allowed, action).toEqual(["any"]);
  });
});

describe("who keeps admins", () => {
  const office = (bench: ReturnType<typeof createChatBench>) => bench.seat("diskominfo", "official");

  it.each(profiles)("is an admin alone in $key, whatever is set", (profile) => {
    for (const role of roles)
      expect(boundsOf(profile, "admin.keep", role).allowed, role).toEqual([role === "admin" ? "any" : "none"]);
  });

  it("is never Diskominfo by its own command, nor by what was stored before", async () => {
    const bench = createChatBench("jabar", { change: withAccess({ "admin.keep": { communications: "any" } }) });
    const refused = await bench.type(office(bench), "/access admin.keep role=communications scope=any");
    expect(expectRefused(refused, "accessBound", office(bench)).values).toMatchObject({ allowed: "none" });
    expect((await composed(bench, refused)).text).toContain("Admin hanya ditunjuk dan diberhentikan oleh admin.");
    expect(grantOf(bench.directory(), "admin.keep")).toEqual({ admin: "any" });
    const made = await bench.type(office(bench), '/member "Orang Dekat" role=admin');
    expectRefused(made, "onlyRole", office(bench));
    const press = { command: "link", values: { person: "jabar-admin" } };
    expectRefused(await bench.press(office(bench), press), "onlyRole", office(bench));
  });

  it("says alone who keeps the settings", async () => {
    const bench = createChatBench("jabar");
    const admin = bench.seat("diskominfo", "admin");
    const line = "/access settings.keep role=communications scope=no";
    expect(expectRefused(await bench.type(office(bench), line), "onlyRole", office(bench)).values).toMatchObject({
      roles: "admin",
    });
    const row = "/access settings.keep";
    expect((await composed(bench, await bench.type(office(bench), row))).buttons).toEqual([]);
    expect((await composed(bench, await bench.type(admin, row))).buttons).not.toEqual([]);
    expect((await bench.type(admin, line)).history).toMatchObject([{ kind: "accessChanged" }]);
  });
});

describe("a bound by the regulation's gate", () => {
  it("names its article where the regulation asks for an official, else whose rule it is", () => {
    const basisIn = (key: string) => {
      const profile = profiles.find((each) => each.key === key);
      const found = profile && boundsOf(profile, "answer.decide", "officer").limits;
      return found?.find(({ reason }) => reason === "officialDecides")?.basis;
    };
    expect(basisIn("jabar-2019")).toMatchObject({ citation: "Lamp. C angka 2", level: "regulation" });
    expect(basisIn("kobar-2017")).toMatchObject({ level: "internal-policy" });
  });

  it("binds nothing in a regulation without one", () => {
    const [kobar] = profiles;
    if (!kobar) throw new Error("no profile");
    const free = { ...kobar, contentGate: { ...kobar.contentGate, kind: "none" as const } };
    expect(boundsOf(free, "answer.decide", "officer").allowed).toEqual(["none", "own"]);
  });
});

it("every bound is about something", () => {
  for (const { actions = [] } of accessBounds)
    for (const action of actions.filter((each) => !each.startsWith("registry.")))
      expect(accessActions).toContain(action);
});

it("what counts for nothing in a table is told, a sentence each", () => {
  const [kobar] = profiles;
  if (!kobar) throw new Error("no profile");
  const access: AccessChanges = {
    "case.close": { head: "own", auditor: "any" },
    "answer.decide": { officer: "own" },
    "case.open": { head: "own" },
  };
  expect(accessFaults(kobar, access)).toEqual([
    { kind: "bound", action: "case.close", role: "auditor", set: "any", allowed: ["none"], citations: [] },
    {
      ...{ kind: "bound", action: "answer.decide", role: "officer", set: "own", allowed: ["none"] },
      citations: ["Pasal 10 ayat (1)", "Pasal 9 huruf d"],
    },
    { kind: "unknownRight", action: "case.open" },
  ]);
  expect(accessFaults(kobar, {})).toEqual([]);
});

describe("what a government set", () => {
  it("is the row that holds, but for what it may not set and what nobody knows", () => {
    const access: AccessChanges = {
      "case.close": { communications: "none", officer: "none", head: "own", auditor: "any" },
      "case.open": { officer: "any" },
    };
    const directory = exampleDirectory("kobar", withAccess(access));
    expect(grantOf(directory, "case.close")).toEqual({ head: "own" });
    expect(grantOf(directory, "case.reopen")).toEqual(accessTable["case.reopen"]);
  });

  it("is what help lists, and what a refusal names", async () => {
    const access: AccessChanges = { "case.close": { officer: "none", head: "own" } };
    const bench = createChatBench("kobar", { change: withAccess(access) });
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    const seat = bench.seat("dukcapil");
    const refused = await bench.type(seat, "/close 1 noted");
    expect(expectRefused(refused, "onlyRole", seat).values).toMatchObject({ roles: "head,communications" });
    expect(mayUse(bench.directory(), "close", ["head"])).toBe(true);
    expect((await composed(bench, await bench.type(bench.seat("dukcapil", "head"), "/help"))).text).toContain("/tutup");
    expect(noticesOf(await bench.type(bench.seat("dukcapil", "head"), "/close 1 noted"))).not.toMatchObject([
      { code: "onlyRole" },
    ]);
  });

  it("decides who decides instead of an official who wrote the text", () => {
    const writers = ["kobar-dukcapil-official"];
    const at = (access: AccessChanges) => {
      const directory = exampleDirectory("kobar", withAccess(access));
      const { appointments, instead } = decidersOf(directory, "kobar-dukcapil", writers, new Date("2026-03-02"));
      return [instead, ...appointments.map(({ personId }) => personId)];
    };
    expect(at({})).toEqual(["head", "kobar-dukcapil-head"]);
    expect(at({ "answer.decide": { head: "none" } })).toEqual(["communications", "kobar-diskominfo-official"]);
    expect(at({ "answer.decide": { head: "none", communications: "own" } })).toEqual([undefined]);
    expect(at({ "answer.decide": { head: "none", communications: "none" } })).toEqual([undefined]);
  });

  it("decides who names who acts, and whom a refusal names", async () => {
    const access: AccessChanges = { "acting.name": { official: "none", head: "none", communications: "any" } };
    const bench = createChatBench("kobar", { change: withAccess(access) });
    const official = bench.seat("dukcapil", "official");
    const refused = await bench.type(official, "/acting kobar-pupr-officer until=besok");
    expect(expectRefused(refused, "onlyRole", official).values).toMatchObject({ roles: "communications,admin" });
    const list = await composed(bench, await bench.type(official, "/acting"));
    expect(list.buttons).not.toContain("Saya cuti");
    expect((await composed(bench, await bench.type(official, "/help"))).buttons).toEqual([]);
    const office = bench.seat("diskominfo", "official");
    const named = await bench.type(office, "/acting kobar-pupr-officer until=besok agency=dukcapil");
    expect(named.history).toMatchObject([{ kind: "actingNamed" }]);
  });

  it("keeps reading apart: who may read nothing finds, queues and opens nothing", async () => {
    const access: AccessChanges = { "case.read": { head: "none", communications: "own", auditor: "own" } };
    const bench = createChatBench("kobar", { change: withAccess(access) });
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu diperbaiki?");
    const head = bench.seat("dukcapil", "head");
    for (const line of ["/status 1", "/history 1", "/find lampu", "/queue", "/queue konten"])
      expectRefused(await bench.type(head, line), "onlyRole", head);
    const auditor = bench.seat("dukcapil", "auditor");
    expectRefused(await bench.type(auditor, "/status 1"), "otherAgency", auditor);
    const found = await composed(bench, await bench.type(auditor, "/find lampu"));
    expect(found.text).not.toContain("Kapan");
    const queue = await composed(bench, await bench.type(auditor, "/queue"));
    expect(queue.text).not.toContain("Kapan");
  });
});
