import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench } from "../support/chat-bench.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";

const ready = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  const officer = bench.seat("dukcapil");
  await bench.type(officer, LINE);
  await bench.press(officer, { command: "submit", values: { code: (await bench.proposal()).code } });
  await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
  return bench;
};

describe("a handle that is used on several media", () => {
  it("is told to be on several, with how one of them is named", async () => {
    const bench = await ready();
    const officer = bench.seat("dukcapil");
    const elsewhere = await bench.type(officer, "/posted 1 https://example.id/1 akun=@dukcapil.contoh");
    expect(expectRefused(elsewhere, "severalAccounts", officer).values).toMatchObject({
      account: "@dukcapil.contoh",
      example: "instagram:dukcapil.contoh",
    });
    const proposed = await bench.type(officer, `${LINE} akun=dukcapil.contoh`);
    expect(expectRefused(proposed, "severalAccounts", officer).values).toMatchObject({
      example: "instagram:dukcapil.contoh",
    });
  });

  it("is told apart by the address, and by where it was posted already", async () => {
    const bench = await ready();
    const officer = bench.seat("dukcapil");
    await bench.type(officer, `/posted 1 ${X} akun=@dukcapil.contoh`);
    await bench.type(officer, "/posted 1 https://example.id/1 akun=@dukcapil.contoh");
    expect((await bench.proposal()).publications.map(({ accountId }) => accountId)).toEqual([
      "account-jabar-dukcapil-x",
      "account-jabar-dukcapil-instagram",
    ]);
  });
});

it("of a handle nobody has, the agency's accounts are told with their media", async () => {
  const bench = await ready();
  const officer = bench.seat("dukcapil");
  for (const line of [`/posted 1 ${X} akun=@gaib`, `${LINE} akun=@gaib`])
    expect(expectRefused(await bench.type(officer, line), "unknownAccount", officer).values).toMatchObject({
      known: "instagram:dukcapil.contoh, x:dukcapil.contoh",
    });
});

it("which account an address is of is asked with the name of one", async () => {
  const bench = await ready();
  const officer = bench.seat("dukcapil");
  const step = await bench.type(officer, "/posted 1 https://example.id/1");
  expect(expectRefused(step, "whichAccount", officer).values).toMatchObject({ example: "instagram:dukcapil.contoh" });
});
