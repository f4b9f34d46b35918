import { describe, expect, it } from "vitest";
import type { Appointment } from "../../src/domain/registry/model.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";

/** What the person types in a group in which a whisper is heard by everybody. */
const typeAloud = ({ bench, seat: { userId, place } }: Heard, line: string): Promise<Step> => {
  const [name = "", ...rest] = line.split(" ");
  const event: ChatEvent = {
    eventId: `${userId} ${place.channel} ${line}`,
    occurredAt: bench.now().toISOString(),
    conversation: place,
    actor: { user: { ...place, id: userId }, displayName: userId, isBot: false, alone: { ...place, channel: userId } },
    type: "command",
    command: name,
    input: { kind: "text", text: rest.join(" ") },
  };
  return bench.send(event);
};

interface Heard {
  readonly bench: ChatBench;
  readonly seat: Seat;
}

/** Somebody of the communications office, with a right for any agency, in the group of an agency that has no part in it. */
const visiting = async (): Promise<Heard> => {
  const bench = createChatBench("kobar");
  await bench.type(bench.seat("pupr"), "/inquiry Kapan jalan diperbaiki?");
  await bench.relay();
  const seat = { ...bench.seat("diskominfo"), place: bench.place("dishub") };
  bench.register((directory) => ({
    ...directory,
    appointments: [...directory.appointments, roleOf(seat.userId, "communications"), roleOf(seat.userId, "admin")],
  }));
  return { bench, seat };
};

const roleOf = (personId: string, role: "communications" | "admin"): Appointment => ({
  id: `appointment-${personId}-${role}-too`,
  personId,
  agencyId: "kobar-diskominfo",
  role,
  position: role,
  instrument: "SK",
  number: "1",
  validFrom: new Date("2026-01-01T00:00:00.000Z"),
});

const foreign = [
  ["status", "/status 1"],
  ["history", "/riwayat 1"],
  ["find", "/cari jalan"],
  ["members", "/anggota instansi=pupr"],
] as const;

describe("where a whisper is heard by everybody", () => {
  it.each(foreign)(
    "%s of what is no business of the group is told alone, and the group hears where",
    async (kind, line) => {
      const heard = await visiting();
      const { rows } = await typeAloud(heard, line.slice(1));
      expect(rows).toMatchObject([
        { to: { channel: heard.seat.userId }, content: { kind } },
        { to: heard.seat.place, content: { kind: "notice", code: "sentAlone", values: {} } },
      ]);
      expect(rows).toHaveLength(2);
      expect(rows[0]).not.toHaveProperty("replyTo");
    },
  );

  it("a member of another agency is told alone", async () => {
    const heard = await visiting();
    const { rows } = await typeAloud(heard, "anggota Nama kobar-pupr-officer");
    expect(rows.map(({ to, content }) => [to.channel, content.kind])).toEqual([
      [heard.seat.userId, "member"],
      [heard.seat.place.channel, "notice"],
    ]);
  });

  it.each(["tugas", "tugas konten"])("%s of the person's own agency in another's group is told alone", async (line) => {
    const { bench } = await visiting();
    const seat = { ...bench.seat("pupr"), place: bench.place("dishub") };
    const { rows } = await typeAloud({ bench, seat }, line);
    expect(rows.map(({ to, content }) => [to.channel, content.kind])).toEqual([
      [seat.userId, line === "tugas" ? "queue" : "calendar"],
      [seat.place.channel, "notice"],
    ]);
  });

  it.each([...foreign.map(([, line]) => line), "/anggota Nama kobar-pupr-officer", "/tugas"])(
    "%s in the group of the agency whose it is stays there",
    async (line) => {
      const { bench } = await visiting();
      const seat = bench.seat("pupr");
      const { rows } = await typeAloud({ bench, seat }, line.slice(1));
      expect(rows.map(({ to }) => to)).toEqual([seat.place]);
    },
  );
});
