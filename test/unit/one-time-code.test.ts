import { describe, expect, it } from "vitest";
import {
  CODE_SYMBOLS,
  formatOneTimeCode,
  parseOneTimeCode,
  SECRET_CHARS,
} from "../../src/domain/registry/one-time-code.js";
import { systemIds } from "../../src/infra/system.js";

describe("a one-time code", () => {
  it.each([
    ["KOBAR-7K3F9-QXM2P"],
    ["kobar-7k3f9-qxm2p"],
    [" kobar 7k3f9 qxm2p "],
    ["KOBAR-7K3F9QXM2P"],
    ["KOBAR - 7K3F9 - QXM2P"],
  ])("is read from %s", (typed) => {
    expect(parseOneTimeCode(typed)).toEqual({ letters: "KOBAR", code: "KOBAR-7K3F9-QXM2P" });
  });

  it("takes letters for the digits they look like", () => {
    expect(parseOneTimeCode("KOBAR-OIL00-QXM2P")?.code).toBe("KOBAR-01100-QXM2P");
  });

  it.each([
    [""],
    ["KOBAR-26-0042"],
    ["7K3F9-QXM2P"],
    ["KOBAR-7K3F9-QXM2"],
    ["KOBAR-7K3F9-QXM2U"],
    ["K".repeat(100_000)],
  ])("is not %s", (typed) => {
    expect(parseOneTimeCode(typed)).toBeUndefined();
  });

  it("is written as it is read, and only so", () => {
    expect(formatOneTimeCode("KOBAR", "7K3F9QXM2P")).toBe("KOBAR-7K3F9-QXM2P");
    expect(() => formatOneTimeCode("K", "7K3F9QXM2P")).toThrow(RangeError);
    expect(() => formatOneTimeCode("KOBAR", "7K3F9")).toThrow(RangeError);
  });

  it("has another secret each time, of the symbols alone", () => {
    const secrets = Array.from({ length: 200 }, () => systemIds.newSecret());
    expect(new Set(secrets).size).toBe(200);
    for (const secret of secrets) {
      expect(secret).toHaveLength(SECRET_CHARS);
      for (const symbol of secret) expect(CODE_SYMBOLS).toContain(symbol);
    }
    expect(new Set(secrets.join("")).size).toBe(CODE_SYMBOLS.length);
  });
});
