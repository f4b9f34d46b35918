import { describe, expect, it } from "vitest";
import { render } from "../../adapters/simulator/render.js";
import type { Block, OutboundMessage } from "../../src/ports/chat/outbound.js";

const user = { platform: "simulator", workspace: "gov-kobar", id: "budi" } as const;
const message = (...blocks: readonly Block[]): OutboundMessage => ({ summary: "Ringkasan", blocks });

describe("render", () => {
  it("writes the whole message as plain text, top to bottom", () => {
    const { text } = render(
      message(
        { kind: "heading", text: "KOBAR-26-0042" },
        {
          kind: "text",
          spans: [
            { kind: "mention", user, fallback: "Budi" },
            { kind: "plain", text: ", mohon " },
            { kind: "bold", text: "jawaban" },
            { kind: "link", text: "unggahan", url: "https://contoh.invalid/p/1" },
            { kind: "link", text: "https://contoh.invalid", url: "https://contoh.invalid" },
          ],
        },
        {
          kind: "fields",
          items: [
            { label: "Batas", value: [{ kind: "plain", text: "09.00 WIB" }] },
            { label: "Instansi", value: [{ kind: "italic", text: "Dishub" }] },
          ],
        },
        { kind: "quote", spans: [{ kind: "plain", text: "Lampu mati\nsejak Senin" }] },
        { kind: "code", text: "naskah  persis" },
        { kind: "divider" },
        { kind: "buttons", items: [{ kind: "act", label: "Setujui", token: "t1" }] },
        { kind: "note", spans: [{ kind: "plain", text: "Dasar: Lamp. B angka 4" }] },
      ),
    );
    expect(text).toBe(
      [
        "KOBAR-26-0042",
        "@Budi, mohon jawabanunggahan (https://contoh.invalid/p/1)https://contoh.invalid",
        "Batas: 09.00 WIB",
        "Instansi: Dishub",
        "Lampu mati\nsejak Senin",
        "naskah  persis",
        "———",
        "Dasar: Lamp. B angka 4",
      ].join("\n"),
    );
  });

  it("makes a button of each kind, in order", () => {
    const { buttons } = render(
      message(
        {
          kind: "buttons",
          items: [
            { kind: "act", label: "Setujui", token: "t1", tone: "primary" },
            { kind: "open-form", label: "Jawab", form: "answer", token: "t2" },
          ],
        },
        { kind: "buttons", items: [{ kind: "link", label: "Buka", url: "https://contoh.invalid" }] },
      ),
    );
    expect(buttons).toEqual([
      { id: "t1", label: "Setujui", tone: "primary" },
      { id: "t2", label: "Jawab", form: "answer" },
      { id: "link-3", label: "Buka", url: "https://contoh.invalid" },
    ]);
  });

  it("shows the summary where the blocks have no words, and keeps the blocks as given", () => {
    const blocks: readonly Block[] = [{ kind: "buttons", items: [{ kind: "act", label: "Ya", token: "t" }] }];
    expect(render(message(...blocks))).toMatchObject({ text: "Ringkasan", blocks });
  });

  it("keeps a mention's own sign", () => {
    const spans = [{ kind: "mention", user, fallback: "@budi" }] as const;
    expect(render(message({ kind: "text", spans })).text).toBe("@budi");
  });
});
