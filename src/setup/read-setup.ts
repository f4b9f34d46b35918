import { readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import type { FoundingPlan } from "../app/founding/plan.js";
import { agencyColumns, peopleColumns } from "./columns.js";
import { letters } from "./fields.js";
import { planOf } from "./plan-of.js";
import { type Place, type Problem, problemAt, problems, type Read } from "./problem.js";
import { maxFileBytes, readText } from "./read-text.js";
import { maxAgencies, maxPeople } from "./schema.js";
import { type Columns, readSheet, type Sheet } from "./sheet.js";
import { readYaml, type YamlSource } from "./yaml-source.js";

/** The text of a file, called `name` in what is said of it; where it cannot be opened, `named` is the place that is wrong. */
const readFileText = async (name: string, path: string, named: Place): Promise<Read<string>> => {
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) return problems([problemAt({ file: name }, "fileTooBig", { max: "1 MB" })]);
    return readText(name, await readFile(path));
  } catch {
    return problems([problemAt(named, "fileMissing", { path })]);
  }
};

/** The sheet of a file of its own, as a whole. */
export const readSheetFile = async (
  name: string,
  path: string,
  named: Place,
  columns: Columns,
  maxLines: number,
): Promise<Sheet> => {
  const text = await readFileText(name, path, named);
  return text.kind === "done" ? readSheet(name, text.value, columns, maxLines) : { lines: [], problems: text.problems };
};

const noSheet: Sheet = { lines: [], problems: [] };

const saidAt = (source: YamlSource, key: string): string | undefined => {
  const value = (source.value as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};

const sheetAt = (
  source: YamlSource,
  key: string,
  folder: string,
  columns: Columns,
  maxLines: number,
): Promise<Sheet> => {
  const name = saidAt(source, key);
  if (name === undefined) return Promise.resolve(noSheet);
  const path = isAbsolute(name) ? name : join(folder, name);
  return readSheetFile(name, path, source.placeOf([key]), columns, maxLines);
};

const planOfFile = async (source: YamlSource, folder: string): Promise<Read<FoundingPlan>> => {
  const agencies = await sheetAt(source, "agenciesFile", folder, agencyColumns, maxAgencies);
  const people = await sheetAt(source, "peopleFile", folder, peopleColumns, maxPeople);
  const plan = planOf({ source, agencyLines: agencies.lines, peopleLines: people.lines }, new Date());
  const found: readonly Problem[] = [...agencies.problems, ...people.problems];
  if (found.length === 0) return plan;
  return problems([...found, ...(plan.kind === "problems" ? plan.problems : [])]);
};

/** A word like a government's letters is no file: the options before it went to npm, which keeps what stands before "--". */
const fileOrLetters = (path: string, missing: Extract<Read<never>, { kind: "problems" }>): typeof missing => {
  const isLetters = letters.safeParse(path).success && missing.problems.some(({ code }) => code === "fileMissing");
  return isLetters ? problems([problemAt({ file: path }, "lettersAlone", { value: path.toUpperCase() })]) : missing;
};

/** What a setup file asks for, with the sheets it names; or everything that is wrong in them. Never throws for what they say. */
export const readSetup = async (path: string): Promise<Read<FoundingPlan> & { readonly language?: string }> => {
  const text = await readFileText(path, path, { file: path });
  const source = text.kind === "done" ? readYaml(path, text.value) : text;
  if (source.kind === "problems") return fileOrLetters(path, source);
  const language = saidAt(source.value, "language");
  const plan = await planOfFile(source.value, dirname(path));
  return { ...plan, ...(language === undefined ? {} : { language }) };
};
