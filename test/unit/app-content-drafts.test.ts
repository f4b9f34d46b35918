import { describe, expect, it } from "vitest";
import { createChatBench } from "../support/chat-bench.js";
import { fileOf } from "../support/fetched-files.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" sumber="Surat edaran"';
const picture = fileOf();
const other = fileOf({ key: "c".repeat(64), name: "jadwal.pdf", mediaType: "application/pdf" });

const drafted = async () => {
  const bench = createChatBench("jabar");
  const officer = bench.seat("dukcapil");
  bench.attach(picture);
  await bench.type(officer, LINE);
  await bench.relay();
  const again = async (line = "") => {
    await bench.type(officer, `${LINE} kode=1 ${line}`);
    return (await bench.proposal()).draft?.content;
  };
  return { bench, officer, again };
};

describe("files of a proposal", () => {
  it("stay with a new text, are replaced by new ones, and go when nobody wants them", async () => {
    const { bench, again } = await drafted();
    expect((await again())?.attachments).toEqual([picture.file]);
    bench.attach(other);
    expect((await again())?.attachments).toEqual([other.file]);
    expect((await again("lampiran=tanpa"))?.attachments).toEqual([]);
  });

  it("are described anew by sending them again", async () => {
    const { bench, again } = await drafted();
    const described = fileOf({ altText: "Lampu jalan di depan pasar" });
    bench.attach(picture, described);
    expect((await again())?.attachments).toEqual([described.file]);
  });

  it("are no more than a message can have", async () => {
    const { bench, officer, again } = await drafted();
    const files = (from: string) =>
      Array.from({ length: 10 }, (_, index) => fileOf({ key: `${from}${index}`.padEnd(64, "0") }));
    bench.attach(...files("d"));
    await again();
    bench.attach(...files("e"));
    expect((await again())?.attachments).toHaveLength(10);
    bench.attach(...files("d"), picture);
    expectRefused(await bench.type(officer, `${LINE} kode=1`), "tooManyFiles", officer);
  });
});

describe("a theme typed with #", () => {
  it("becomes a hashtag, beside the others and once", async () => {
    const { again } = await drafted();
    expect(await again("tagar=LayananPublik tema=#Adminduk")).toMatchObject({
      theme: "Adminduk",
      hashtags: ["LayananPublik", "Adminduk"],
    });
    expect(await again('tema="#adminduk libur"')).toMatchObject({
      theme: "adminduk libur",
      hashtags: ["LayananPublik", "Adminduk"],
    });
  });
});
