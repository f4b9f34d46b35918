import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { resolve } from "node:path";
import { Script } from "node:vm";
import typescript from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CONFIG_KEYS } from "../../src/config.js";

// There is no Docker where these tests run: what can be told from the files is checked here.
const root = resolve(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(resolve(root, name), "utf8");
const isThere = (path: string): boolean => existsSync(resolve(root, path));

/** The instructions of a Dockerfile, those over several lines joined. */
const instructions = read("Dockerfile")
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n\s*/g, "")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => {
    const [, name = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    return { name, rest };
  });
const all = (name: string): readonly string[] =>
  instructions.filter((each) => each.name === name).map(({ rest }) => rest);
const last = instructions.slice(instructions.findLastIndex(({ name }) => name === "FROM"));
const lastOf = (name: string): string => last.findLast((each) => each.name === name)?.rest ?? "";
const commandIn = (text: string): readonly string[] => JSON.parse(text.slice(text.indexOf("[")));

/** Where the build puts a source. */
const builtFrom = (file: string): string => file.replace(/^dist\//, "").replace(/\.js$/, ".ts");
const builds: { readonly include: readonly string[] } = JSON.parse(read("tsconfig.build.json"));

describe("the Dockerfile", () => {
  const copies = all("COPY").map((rest) => rest.split(/\s+/));
  const fromProject = copies.filter(([first]) => !first?.startsWith("--"));
  const fromBuild = copies.filter(([first]) => first === "--from=build");

  it("copies only what is there", () => {
    const sources = fromProject.flatMap((parts) => parts.slice(0, -1));
    expect(sources).toEqual(expect.arrayContaining(["package.json", "package-lock.json", "src", "adapters", "prisma"]));
    expect(sources.filter((source) => !isThere(source))).toEqual([]);
  });

  it("copies whatever the build's own configuration reads", () => {
    const sources = fromProject.flatMap((parts) => parts.slice(0, -1));
    for (const folder of builds.include) expect(sources).toContain(folder);
    expect(sources.filter((name) => /^tsconfig/.test(name)).sort()).toEqual(["tsconfig.build.json", "tsconfig.json"]);
  });

  it("takes from the build what that copied or made", () => {
    const made = ["node_modules", "dist", ...fromProject.flatMap((parts) => parts.slice(0, -1))];
    const taken = fromBuild.map(([, source = ""]) => source.replace(/^\/app\//, ""));
    expect(taken.sort()).toEqual(["dist", "node_modules", "package.json", "prisma"]);
    expect(taken.filter((source) => !made.includes(source))).toEqual([]);
  });

  it("starts a file that the build makes", () => {
    const [program, file = ""] = commandIn(lastOf("CMD"));
    expect(program).toBe("node");
    expect(file).toMatch(/^dist\//);
    expect(isThere(builtFrom(file))).toBe(true);
    expect(builds.include).toContain(builtFrom(file).split("/")[0]);
    expect(isThere(file), "npm run build makes it").toBe(true);
  });

  it("leaves out what only building needs, and runs as nobody in particular", () => {
    expect(all("RUN").join()).toContain("npm prune --omit=dev");
    expect(all("FROM")).toEqual(["node:22-slim AS build", "node:22-slim"]);
    expect(lastOf("USER")).toBe("node");
    const order = last.map(({ name }) => name);
    expect(order.indexOf("USER")).toBeLessThan(order.indexOf("CMD"));
    expect(order.lastIndexOf("RUN")).toBeLessThan(order.indexOf("USER"));
  });

  it("runs without them: the built program imports only what stays", () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read("package.json")));
    const built = readdirSync(resolve(root, "dist"), { recursive: true, encoding: "utf8" });
    const scripts = built.filter((name) => /^(src|adapters)\/.*\.js$/.test(name)).map((name) => read(`dist/${name}`));
    const imports = scripts
      .flatMap((script) => typescript.preProcessFile(script).importedFiles.map(({ fileName }) => fileName))
      .filter((name) => !name.startsWith("."));
    const packages = imports.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    expect(packages.length).toBeGreaterThan(100);
    expect([...new Set(packages)].filter((name) => !isBuiltin(name) && !(name in dependencies))).toEqual([]);
  });

  it("is asked for readiness, by what the image has, and stopped by the signal the program heeds", () => {
    const [program, flag, script = ""] = commandIn(lastOf("HEALTHCHECK"));
    expect([program, flag]).toEqual(["node", "-e"]);
    expect(script).toContain("/readyz");
    expect(() => new Script(script)).not.toThrow();
    expect(lastOf("STOPSIGNAL")).toBe("SIGTERM");
    expect(read("src/main.ts")).toContain('process.on("SIGTERM"');
  });

  it("sets only keys the program reads", () => {
    const keys = lastOf("ENV")
      .split(" ")
      .map((pair) => pair.split("=")[0]);
    expect(keys.filter((key) => key !== "NODE_ENV" && !CONFIG_KEYS.includes(key ?? ""))).toEqual([]);
  });

  it("is built without what is secret or large", () => {
    const ignored = read(".dockerignore").split("\n");
    for (const name of [".env", ".git", "node_modules", "data", "dist"]) expect(ignored).toContain(name);
    for (const source of fromProject.flatMap((parts) => parts.slice(0, -1))) expect(ignored).not.toContain(source);
  });
});

describe("compose.yaml", () => {
  const service = z
    .object({
      image: z.string(),
      build: z.string().optional(),
      restart: z.literal("unless-stopped"),
      init: z.boolean().optional(),
      stop_grace_period: z.string(),
      security_opt: z.array(z.string()),
      shm_size: z.string().optional(),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
      env_file: z.string().optional(),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()).optional(),
      volumes: z.array(z.string()),
      healthcheck: z
        .strictObject({
          test: z.array(z.string()),
          interval: z.string(),
          timeout: z.string(),
          retries: z.number(),
          start_period: z.string(),
        })
        .optional(),
      logging: z.object({ driver: z.string(), options: z.record(z.string(), z.string()) }),
    })
    .strict();
  const file = z.strictObject({
    services: z.strictObject({ app: service, db: service }),
    volumes: z.record(z.string(), z.null()),
  });
  const { services, volumes } = file.parse(parse(read("compose.yaml")));
  const { app, db } = services;

  it("starts the program when its PostgreSQL answers", () => {
    expect(app.build).toBe(".");
    expect(app.depends_on).toEqual({ db: { condition: "service_healthy" } });
    expect(db.image).toBe("postgres:15");
    expect(db.healthcheck?.test).toContain("pg_isready");
    expect(new URL(app.environment.DATABASE_URL?.replace(/\$\{[^}]*\}/, "x") ?? "")).toMatchObject({
      protocol: "postgresql:",
      username: db.environment.POSTGRES_USER,
      hostname: "db",
      pathname: `/${db.environment.POSTGRES_DB}`,
    });
  });

  it("opens nothing to the network but the program, and that to this machine alone", () => {
    expect(app.ports).toEqual([`127.0.0.1:3000:${app.environment.PORT}`]);
    expect(db.ports).toBeUndefined();
  });

  it("keeps what has to be kept", () => {
    const mounted = [...app.volumes, ...db.volumes].map((volume) => volume.split(":"));
    expect(mounted.map(([name]) => name).sort()).toEqual(Object.keys(volumes).sort());
    expect(mounted.map(([, path]) => path)).toEqual([app.environment.DATA_DIR, "/var/lib/postgresql/data"]);
  });

  it("gives a stop more time than the program takes", () => {
    expect(Number.parseInt(app.stop_grace_period, 10)).toBeGreaterThan(10);
    expect(app.init).toBe(true);
  });

  it("holds no secret: each is asked for from .env, which names it", () => {
    const text = read("compose.yaml").replace(/^\s*#.*$/gm, "");
    const asked = [...text.matchAll(/\$\{(\w+)(:\?[^}]+)?\}/g)];
    expect(asked.map(([, name]) => name)).toEqual(["POSTGRES_PASSWORD", "POSTGRES_PASSWORD"]);
    for (const [, , must] of asked) expect(must).toMatch(/^:\?/);
    expect(read(".env.example")).toMatch(/^# POSTGRES_PASSWORD=$/m);
    expect(app.env_file).toBe(".env");
  });

  it("sets only keys the program reads", () => {
    expect(Object.keys(app.environment).filter((key) => !CONFIG_KEYS.includes(key))).toEqual([]);
  });
});
