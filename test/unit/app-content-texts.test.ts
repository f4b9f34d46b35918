import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused, noticeOf } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";
const [INSTAGRAM_ID, X_ID] = ["account-jabar-dukcapil-instagram", "account-jabar-dukcapil-x"];

const press = async (bench: ChatBench, command: string) =>
  bench.press(bench.seat("dukcapil"), { command, values: { code: (await bench.proposal()).code } });

const selected = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(bench.seat("dukcapil"), LINE);
  await press(bench, "submit");
  await bench.relay();
  return bench;
};

const approve = (bench: ChatBench) => bench.type(bench.seat("dukcapil", "official"), "/approve 1");
const edit = (bench: ChatBench) => bench.type(bench.seat("dukcapil"), "/propose kode=1 sasaran=pelajar");

/** The cards of texts to copy that a step draws, by account. */
const drawn = (step: Step, versionId: string | undefined) =>
  step.rows.flatMap(({ card, content }) => {
    if (content.kind !== "post-text") return [];
    expect(card?.key).toBe(`post:${versionId}:${content.accountId}`);
    return [content.accountId];
  });

describe("the texts to copy", () => {
  it("are cards, drawn again once they may not be posted: edited, thrown away, taken back, withdrawn", async () => {
    const bench = await selected();
    const decided = await approve(bench);
    const first = (await bench.proposal()).versions[0]?.id;
    const both = [INSTAGRAM_ID, X_ID];
    expect(drawn(decided, first)).toEqual(both);
    expect(drawn(await edit(bench), first)).toEqual(both);
    expect(drawn(await press(bench, "discard"), first)).toEqual(both);
    const { code } = await bench.proposal();
    const decision = noticeOf(decided, "decided").undo?.decisionId ?? "";
    const undo = { command: "undo", values: { code, decision } };
    expect(drawn(await bench.press(bench.seat("dukcapil", "official"), undo), first)).toEqual(both);
    expect(drawn(await approve(bench), first)).toEqual(both);
    expect(drawn(await bench.type(bench.seat("dukcapil"), "/close 1 Batal"), first)).toEqual(both);
  });

  it("are drawn again where they were posted, and where they will not be", async () => {
    const bench = await selected();
    await approve(bench);
    const first = (await bench.proposal()).versions[0]?.id;
    expect(drawn(await bench.type(bench.seat("dukcapil"), `/posted 1 ${X}`), first)).toEqual([X_ID]);
    const enough = await press(bench, "enough");
    expect(drawn(enough, first)).toEqual([INSTAGRAM_ID]);
    const index = enough.rows.findIndex(({ content }) => content.kind === "post-text");
    const { text, buttons } = await composed(bench, enough, index);
    expect(text).toContain("JABAR-26-0001 dicatat tidak ditayangkan di");
    expect(text).toContain("mohon catat tautannya dengan /tayang JABAR-26-0001 TAUTAN.");
    expect(buttons).toEqual([]);
    await bench.type(bench.seat("dukcapil"), "/tayang 1 https://www.instagram.com/p/1");
    expect((await bench.proposal()).publications).toHaveLength(2);
  });

  it("are sent when an edit is thrown away that was begun before the selection was known", async () => {
    const bench = await selected();
    await edit(bench);
    const decided = await approve(bench);
    expect(drawn(decided, undefined)).toEqual([]);
    expect((await bench.proposal()).status).toBe("editing");
    const first = (await bench.proposal()).versions[0]?.id;
    expect(drawn(await press(bench, "discard"), first)).toEqual([INSTAGRAM_ID, X_ID]);
  });

  it("of another version cannot be recorded as posted", async () => {
    const bench = await selected();
    const officer = bench.seat("dukcapil");
    await approve(bench);
    const { code, versions } = await bench.proposal();
    const opener = { command: "posted", values: { code, account: "x:dukcapil.contoh", answer: versions[0]?.id ?? "" } };
    await edit(bench);
    await press(bench, "submit");
    await approve(bench);
    const refused = expectRefused(await bench.submit(officer, "posted", { url: X }, opener), "oldText", officer);
    expect(refused.values).toMatchObject({ version: 2 });
    const newest = { ...opener, values: { ...opener.values, answer: (await bench.proposal()).versions[1]?.id ?? "" } };
    await bench.submit(officer, "posted", { url: X }, newest);
    expect((await bench.proposal()).publications).toHaveLength(1);
  });

  it.each([`/tayang ${X}`, `/tayang JABAR-26-0001 ${X}`, "/tayang"])(
    "%s in reply to the text of another version is refused, and in reply to the newest one counts",
    async (line) => {
      const bench = await selected();
      const officer = bench.seat("dukcapil");
      await approve(bench);
      await edit(bench);
      await press(bench, "submit");
      await approve(bench);
      await bench.relay();
      const [old, newest] = (await bench.proposal()).versions.map(({ id }) => bench.cardMessage(`post:${id}:${X_ID}`));
      const said = async (message: typeof old): Promise<Step> => {
        const step = await bench.type(officer, line, message);
        if (line !== "/tayang") return step;
        await bench.relay();
        const [row] = step.rows;
        if (!row) throw new Error("nothing was asked");
        return bench.write(officer, X, bench.messageOf(row));
      };
      expect(expectRefused(await said(old), "oldText", officer).values).toMatchObject({ version: 2 });
      expect((await bench.proposal()).publications).toEqual([]);
      await said(newest);
      expect((await bench.proposal()).publications).toMatchObject([{ accountId: X_ID, url: X }]);
    },
  );

  it("of another version are said to be old also while the new one waits for the officials", async () => {
    const bench = await selected();
    const officer = bench.seat("dukcapil");
    await approve(bench);
    const values = { code: "1", account: "x:dukcapil.contoh", answer: (await bench.proposal()).versions[0]?.id ?? "" };
    await edit(bench);
    await press(bench, "submit");
    const step = await bench.submit(officer, "postedContent", { url: X }, { command: "posted", values });
    expect(expectRefused(step, "oldText", officer).values).toMatchObject({ version: 2 });
  });

  it("copied for one person have no button, which could not be taken off again", async () => {
    const bench = await selected();
    const cards = await approve(bench);
    const card = cards.rows.findIndex(({ content }) => content.kind === "post-text");
    expect((await composed(bench, cards, card)).buttons).toEqual(["Sudah tayang, isi tautan"]);
    const copies = await press(bench, "copy");
    const { code } = await bench.proposal();
    for (const at of [0, 1]) {
      const { text, buttons } = await composed(bench, copies, at);
      expect(text).toContain("siap disalin");
      expect(text).toContain(`Naskah yang berlaku ada di kartu ${code}; tautannya juga diisi di sana.`);
      expect(buttons).toEqual([]);
    }
  });
});
