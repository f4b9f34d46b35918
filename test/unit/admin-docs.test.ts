import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG_KEYS } from "../../src/config.js";
import { createMetrics } from "../../src/infra/metrics/metrics.js";

const root = resolve(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const admin = read("docs/admin.md");
const rows = admin.split("\n").filter((line) => line.startsWith("|"));

describe("docs/admin.md", () => {
  it.each(CONFIG_KEYS)("has a row for the key %s, which .env.example names too", (key) => {
    expect(rows.filter((row) => row.startsWith(`| \`${key}\` |`))).toHaveLength(1);
    expect(read(".env.example")).toMatch(new RegExp(`^(# )?${key}=`, "m"));
  });

  it("names no key that the program does not read", () => {
    const named = rows.flatMap((row) => [...row.matchAll(/^\| `([A-Z][A-Z_]+)` \|/g)].map(([, key]) => key));
    expect(named.filter((key) => !CONFIG_KEYS.includes(key ?? ""))).toEqual([]);
  });

  it("has a row for each metric, with an alert that asks for it, and for no other", async () => {
    const text = await createMetrics(async () => undefined).text();
    const metrics = [...text.matchAll(/^# TYPE (tanggap_\w+) /gm)].map(([, name]) => name ?? "");
    const described = rows.flatMap((row) => [...row.matchAll(/^\| `(tanggap_\w+)/g)].map(([, name]) => name ?? ""));
    expect(described.sort()).toEqual([...metrics].sort());
    for (const name of metrics) {
      const alert = rows.find((row) => row.startsWith(`| \`${name}`))?.split("|")[3] ?? "";
      expect(alert).toContain(name);
      expect(alert).toMatch(/[<>=!]=? *\d/);
    }
    for (const name of ["process_resident_memory_bytes", "nodejs_eventloop_lag_p99_seconds"]) {
      expect(text).toContain(`# TYPE ${name} `);
      expect(admin).toContain(name);
    }
  });

  it("says which process is stopped where npm started it in the background", () => {
    const [, started] = /^node (\S+) & echo \$! > /m.exec(admin) ?? [];
    expect(JSON.parse(read("package.json")).scripts.start).toBe(`node ${started}`);
  });

  it("has the headings that findings and errors send people to", () => {
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const named = sources.flatMap((name) =>
      [...read(join("src", name)).matchAll(/docs\/admin\.md, “([^”]+)”/g)].map(([, heading]) => heading ?? ""),
    );
    expect(named.length).toBeGreaterThan(3);
    const headings = [...admin.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
    expect([...new Set(named)].filter((heading) => !headings.includes(heading))).toEqual([]);
  });

  it("knows every script it tells to run", () => {
    const { scripts }: { readonly scripts: object } = JSON.parse(read("package.json"));
    const run = [...admin.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name ?? "");
    expect(run).toContain("setup");
    expect([...new Set(run)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
