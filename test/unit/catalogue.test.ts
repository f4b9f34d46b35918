import { describe, expect, it } from "vitest";
import { type Catalogue, catalogueOf, inputWords, localized } from "../../src/i18n/catalogue.js";
import { chatClientTexts } from "../../src/i18n/chat-client.js";
import { commandNames } from "../../src/i18n/id/command-names.js";
import { pageWords } from "../../src/i18n/page.js";
import { setupTexts } from "../../src/i18n/setup-cli.js";
import { profiles } from "../../src/regulations/profiles.js";

const id = catalogueOf("id");
const en = catalogueOf("en");

/** Every text of a catalogue with its path; functions called with their parameters' positions. */
const textsOf = (value: unknown, path = ""): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const made: unknown =
      path.startsWith(".notice.") || path.startsWith(".list.history.") ? value({}) : value("A", "B", "C");
    return [[path, String(made)]];
  }
  if (typeof value !== "object" || value === null) throw new Error(`no text at ${path}`);
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
};

describe("both languages", () => {
  it("have exactly the same entries", () => {
    expect(textsOf(en).map(([path]) => path)).toEqual(textsOf(id).map(([path]) => path));
  });

  it("have no gap anywhere", () => {
    for (const [path, text] of [...textsOf(id), ...textsOf(en)]) {
      expect(text.trim(), path).not.toBe("");
      expect(text, path).not.toMatch(/undefined|\[object|[{}]| {2}/);
    }
  });

  it("give adapters both texts at once", () => {
    expect(localized((catalogue) => catalogue.buttons.approve)).toEqual({ id: "Setujui", en: "Approve" });
  });
});

describe("the wording agreed on", () => {
  it.each([
    [id.status.received, "Diterima"],
    [id.forwardedTo("Dinas PUPR"), "Diteruskan ke Dinas PUPR"],
    [id.status.drafting, "Disusun internal"],
    [id.status.answered, "Jawaban instansi masuk"],
    [id.status.approval, "Menunggu persetujuan pejabat"],
    [id.status.reported, "Sudah dilaporkan ke pejabat"],
    [id.status.ready, "Siap ditayangkan"],
    [id.status.published, "Sudah tayang"],
    [id.status.closed, "Selesai"],
    [id.status.reopened, "Dibuka kembali"],
    [id.overdue.sop, "Lewat target SOP"],
    [id.closedReasons.noted, "Dicatat, tidak perlu jawaban"],
    [id.buttons.notOurs, "Bukan kewenangan kami"],
    [id.buttons.posted, "Sudah tayang, isi tautan"],
    [id.card.pings.lastHour("K", "1 jam"), "Sisa 1 jam untuk K. Mohon tanggapannya."],
    [id.card.pings.due("K"), "Batas waktu K terlewati. Mohon jawaban atau kendalanya."],
    [id.card.requests.approve("K", 2), "Mohon persetujuan K v2. 👍 setuju, 👎 minta perbaikan."],
    [id.notice.ownText({}), "Naskah sendiri perlu disetujui pejabat lain."],
    [en.card.pings.lastHour("K", "1 h"), "One hour left for K. Please respond."],
    [en.card.pings.reminder("K", "X", "noon"), "Reminder: K awaits X until noon."],
    [en.notice.ownText({}), "Another official must approve your own text."],
  ])("%s", (text, agreed) => {
    expect(text).toBe(agreed);
  });

  it("never calls a reaction an electronic signature, and keeps English out of Indonesian", () => {
    for (const [path, text] of textsOf(id)) {
      expect(`${path}: ${text}`).not.toMatch(/tanda tangan elektronik/i);
      expect(text.replace(/\/[a-z]+/g, ""), path).not.toMatch(
        /\b(?:link|posting|update|draft|deadline|reminder|approve|case|user|chat|button)\b(?!=)/i,
      );
    }
  });
});

describe("one word for one thing", () => {
  it("an official approves content as they approve answers", () => {
    expect(id.content.buttons.select).toBe(id.buttons.approve);
    expect(en.content.buttons.select).toBe(en.buttons.approve);
    expect(id.content.requests.select("K", 1, false)).toContain("👍 setuju");
    const ofContent = [id.content.status, id.content.requests.select("K", 1, false), id.notice.editFirst({})];
    expect(JSON.stringify([ofContent, id.notice.contentSelectedEditing({})])).not.toMatch(/pilih/i);
  });

  it("who speaks for Diskominfo is called as every regulation calls it: in the chat, the page, the terminal and the setup", () => {
    for (const locale of ["id", "en"] as const) {
      const names = profiles.map(({ roles }) => roles.communications.name[locale]);
      const said = [pageWords[locale].roles, chatClientTexts[locale].roles, setupTexts[locale].command.roles];
      expect(new Set([...names, ...said.map(({ communications }) => communications)]).size, locale).toBe(1);
    }
  });

  it("whoever works for an agency is called as its regulation does: cards and lists have no word of their own", () => {
    // A form is the same for every government: it says "Petugas", and takes whatever people call it.
    const general = [".choices.officer", ".alsoRoles.officer"];
    const own = ([path]: readonly [string, string]) => !path.startsWith(".notice.") && !general.includes(path);
    for (const [path, text] of textsOf(id).filter(own)) expect(text, path).not.toMatch(/petugas|pengelola/i);
    expect(id.notice.undoTooLate({})).not.toMatch(/petugas|pengelola/i);
  });
});

describe("commands in sentences", () => {
  const named = (text: string) => [...text.matchAll(/(?<![\w/])\/([a-z]+)/g)].map(([, name]) => name);
  const sentences = (catalogue: Catalogue) => textsOf(catalogue).filter(([path]) => !path.endsWith(".example"));

  it("go by their Indonesian names in Indonesian, by their own in English", () => {
    for (const [path, text] of sentences(id))
      for (const name of named(text)) expect(Object.values(commandNames), path).toContain(name);
    for (const [path, text] of sentences(en))
      for (const name of named(text)) expect(Object.keys(commandNames), path).toContain(name);
  });
});

describe("what platforms have room for", () => {
  const long = (texts: readonly string[], max: number) => texts.filter((text) => text.length > max);
  const of = (pick: (catalogue: Catalogue) => readonly string[]) => [...pick(id), ...pick(en)];

  it("fits the narrowest of them", () => {
    const inputs = ({ inputs: all, commandInputs }: Catalogue) => [
      ...Object.values(all),
      ...Object.values(commandInputs),
    ];
    expect(
      long(
        of((c) => Object.values(c.forms).map(({ title }) => title)),
        24,
      ),
    ).toEqual([]);
    expect(
      long(
        of((c) => Object.values(c.forms).map(({ submit }) => submit)),
        24,
      ),
    ).toEqual([]);
    expect(
      long(
        of((c) => inputs(c).map(({ label }) => label)),
        45,
      ),
    ).toEqual([]);
    expect(
      long(
        of((c) => inputs(c).map(({ hint }) => hint)),
        100,
      ),
    ).toEqual([]);
    expect(
      long(
        of((c) => Object.values(c.commands).map(({ summary }) => summary)),
        100,
      ),
    ).toEqual([]);
    expect(
      long(
        of((c) => Object.values(c.buttons)),
        40,
      ),
    ).toEqual([]);
  });
});

describe("numbered pages", () => {
  it("say how many there are where that is known", () => {
    expect([id.list.page(2), id.list.page(2, 5)]).toEqual(["Halaman 2", "Halaman 2 dari 5"]);
    expect(id.list.queueHeading("Dinas PUPR", 18_950)).toBe("Pertanyaan terbuka Dinas PUPR (18.950)");
    expect(en.list.page(1000, 2000)).toBe("Page 1,000 of 2,000");
    expect([en.list.page(2), en.list.page(2, 5)]).toEqual(["Page 2", "Page 2 of 5"]);
  });
});

describe("the words of an input", () => {
  it("are the command's own where it has a meaning of its own", () => {
    expect(inputWords(id, "answer", "text")?.label).toBe("Jawaban");
    expect(inputWords(id, "inquiry", "text")?.label).toBe("Tulisan warga");
    expect(inputWords(id, "inquiry", "theme")?.label).toBe("Tema");
    expect(inputWords(id, "inquiry", "toString")).toBeUndefined();
  });
});
