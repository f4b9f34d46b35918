import { describe, expect, it } from "vitest";
import { buttonActions, typedCommands } from "../../src/app/commands.js";
import { createPrefill } from "../../src/app/prefill.js";
import { surface } from "../../src/app/surface.js";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import type { ChatBench } from "../support/chat-bench.js";
import { carried, eventsOf } from "../support/foreign-events.js";
import { EVERYBODY, foreignWords, pressToken, twoGovernments } from "../support/two-governments.js";
import {
  type Event,
  faults,
  foreignPart,
  type Leak,
  NAME_OF_OTHER,
  seatIn,
  tried,
  twinOf,
  without,
  wordsOf,
  worlds,
} from "../support/two-worlds.js";

describe("what belongs to another government", () => {
  it.each([...typedCommands, ...buttonActions])("is as unknown to $name as what is nowhere", async (command) => {
    const { found, count } = await faults((two) => eventsOf(command, two));
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(Object.keys(carried).length * 20);
  });

  it.each<readonly [string, string, Leak]>([
    [
      "a case by its code",
      "status",
      ({ caseByCode }) => ({ caseByCode: (_: string, code: string) => caseByCode("jabar", code) }),
    ],
    [
      "a case's history",
      "history",
      ({ caseByCode }) => ({ caseByCode: (_: string, code: string) => caseByCode("jabar", code) }),
    ],
    ["a reply", "keep", ({ replyById }) => ({ replyById: (_: string, id: string) => replyById("jabar", id) })],
    [
      "content by its code",
      "submit",
      ({ proposalByCode }) => ({ proposalByCode: (_: string, code: string) => proposalByCode("jabar", code) }),
    ],
    [
      "an account",
      "endaccount",
      ({ sceneOfConversation, tables }) => ({
        async sceneOfConversation(...where: Parameters<typeof sceneOfConversation>) {
          const scene = await sceneOfConversation(...where);
          const accounts = tables.directories.get("jabar")?.accounts ?? [];
          return (
            scene && {
              ...scene,
              directory: {
                ...scene.directory,
                accounts,
                agencies: [...scene.directory.agencies, ...(tables.directories.get("jabar")?.agencies ?? [])],
              },
            }
          );
        },
      }),
    ],
  ])("would be seen here if %s were read by /%s", async (_, name, leak) => {
    const command = [...typedCommands, ...buttonActions].find((each) => each.name === name);
    if (!command) throw new Error(`no ${name}`);
    expect((await faults((two) => eventsOf(command, two), leak)).found).not.toEqual([]);
  });

  const reaching = (message: MessageRef, bench: ChatBench): readonly MessageRef[] => {
    const { platform, workspace, channel } = seatIn(bench).place;
    return [message, { platform, workspace, channel, id: message.id }];
  };

  /** The same message of nobody. */
  const ofNobody = (message: MessageRef): MessageRef => ({ ...message, id: twinOf(message.id) });

  it("is no message to react to, to reply to, to edit or to answer a question by", async () => {
    const both = await worlds();
    const { bench } = both.told;
    const found: string[] = [];
    const words = wordsOf(bench);
    const lines = typedCommands.flatMap(({ name }) => [`/${name}`, `/${name} teks`]);
    for (const foreign of both.told.messages.flatMap((message) => reaching(message, bench))) {
      const at = (own: string): MessageRef => (own === foreign.id ? foreign : ofNobody(foreign));
      const events: readonly Omit<Event, "id">[] = [
        ...(["approve", "reject", "seen"] as const).flatMap((reaction) =>
          (["work", "approval"] as const).map((purpose) => ({
            what: `${reaction} ${purpose}`,
            send: (on: ChatBench, own: string) => on.react(seatIn(on, purpose), at(own), reaction),
          })),
        ),
        { what: "reply", send: (on, own) => on.write(seatIn(on), "siap", at(own)) },
        { what: "edit", send: (on, own) => on.edit(seatIn(on), at(own), "lain") },
        ...lines.map((line) => ({
          what: line,
          send: (on: ChatBench, own: string) => on.type(seatIn(on), line, at(own)),
        })),
      ];
      for (const event of events) {
        const fault = await tried(both, words, { ...event, id: foreign.id });
        if (fault !== undefined) found.push(fault);
      }
    }
    expect(found).toEqual([]);
  });

  it("is no button and opens no form, and fills none in", async () => {
    const { bench } = await twoGovernments();
    const seat = seatIn(bench);
    const tokens = [...bench.store.tables.actions.keys()].flatMap((key) => {
      const [government, token] = JSON.parse(key) as readonly string[];
      return government === "jabar" && token !== undefined ? [token] : [];
    });
    expect(tokens.length).toBeGreaterThan(0);
    const prefill = createPrefill(bench.store);
    const user = { platform: "simulator" as const, workspace: "kobar", id: EVERYBODY };
    for (const token of tokens) {
      const pressed = await pressToken(bench, seat, token);
      expect(pressed.rows).toMatchObject([{ governmentId: "kobar", content: { code: "stale" } }]);
      for (const form of surface.forms.keys()) expect(await prefill(form, token, seat.place, user)).toEqual({});
    }
  });

  it("fills no form in, though a button of this one names it", async () => {
    const { bench, ids } = await twoGovernments();
    const seat = seatIn(bench);
    const user = { platform: "simulator" as const, workspace: "kobar", id: EVERYBODY };
    const prefill = createPrefill(bench.store);
    for (const form of surface.forms.keys())
      for (const [kind, id] of Object.entries(ids))
        for (const slot of ["code", ...carried]) {
          const token = `${form}-${kind}-${slot}`;
          bench.store.putAction("kobar", token, { command: form, values: { [slot]: id } });
          const filled = await prefill(form, token, seat.place, user);
          expect(JSON.stringify(filled), token).not.toMatch(foreignWords);
        }
  });

  it.each(typedCommands)("is told nobody of this one by $name in a chat of the other", async ({ name }) => {
    const { bench, ids } = await twoGovernments();
    const place = { platform: "simulator" as const, workspace: "jabar", channel: ids.channel ?? "" };
    const words = wordsOf(bench);
    const before = foreignPart(bench.store.tables);
    for (const id of Object.values(ids)) {
      // A one-time code is for whoever holds it: tests of their own.
      if (id === ids.secret) continue;
      const step = await bench.type({ userId: "kobar-dukcapil-officer", place }, `/${name} ${id}`);
      expect(step.history.map(({ kind }) => kind).filter((kind) => kind !== "refused")).toEqual([]);
      expect(step.rows).toHaveLength(1);
      expect(step.rows[0]).toMatchObject({ step: "refusal", whisperTo: { id: "kobar-dukcapil-officer" } });
      expect(without(id, await words(step)).replaceAll(NAME_OF_OTHER, "")).not.toMatch(foreignWords);
    }
    const after = foreignPart(bench.store.tables).filter((each) => !before.includes(each));
    expect(after.every((each) => JSON.stringify(each).match(/"kind":"refused"|"step":"refusal"/))).toBe(true);
  });
});
