import { z } from "zod";
import { agencyCode, line } from "../fields.js";
import { maxAgencies } from "../schema.js";
import { problemLines } from "../tell.js";
import { type Answers, allAgencies } from "./answers.js";
import { type Asking, askLine, faultIn } from "./asking.js";

type Agencies = Answers["agencies"];

/** Diskominfo: its name and its code. */
export const askOffice = async (asking: Asking, before?: Answers["office"]): Promise<Answers["office"]> => {
  const { office } = asking.texts.wizard;
  const name = await askLine(asking, line(), {
    message: office.name,
    fallback: before?.name ?? "Dinas Komunikasi dan Informatika",
  });
  const code = await askLine(asking, agencyCode, { message: office.code, fallback: before?.code ?? "diskominfo" });
  return { code, name };
};

/** "pupr Dinas Pekerjaan Umum": the first word is the code. */
const splitAt = (typed: string): { readonly code: string; readonly name: string } => {
  const [, code = "", name = ""] = /^\s*(\S+)\s*(.*)$/s.exec(typed) ?? [];
  return { code, name };
};

/** What names of agencies begin with, in no other way than most of them: no code, but the first word of a name without one. */
const GENERIC = [
  "dinas",
  "badan",
  "kantor",
  "bagian",
  "biro",
  "balai",
  "sekretariat",
  "kecamatan",
  "kelurahan",
  "rumah",
];

const faultOfTyped = ({ texts }: Asking, known: Agencies, typed: string): string | undefined => {
  if (typed.trim() === "") return undefined;
  const { code, name } = splitAt(typed);
  if (name === "") return texts.wizard.agencies.nameMissing;
  if (GENERIC.includes(code.toLowerCase())) return texts.wizard.agencies.codeMissing(code);
  const fault = faultIn(agencyCode, code, texts) ?? faultIn(line(), name, texts);
  if (fault !== undefined) return fault;
  const words = known.flatMap((each) => [each.code, each.name.toLowerCase()]);
  const taken = [code, name].find((word) => words.includes(word.toLowerCase()));
  return taken === undefined ? undefined : texts.wizard.agencies.taken(taken);
};

const askTyped = async (asking: Asking, office: Answers["office"]): Promise<Agencies> => {
  const { prompts, texts } = asking;
  let typed: Agencies = [];
  while (typed.length < maxAgencies) {
    const known = allAgencies({ office, agencies: typed });
    const text = await prompts.line({
      message: texts.wizard.agencies.one,
      check: (each) => faultOfTyped(asking, known, each),
    });
    if (text.trim() === "") break;
    const { code, name } = splitAt(text);
    const agency = { code: agencyCode.parse(code), name: line().parse(name), kind: "internal" } as const;
    prompts.step(texts.wizard.agencies.taking(agency.code, agency.name));
    typed = [...typed, agency];
  }
  if (typed.length === 0) return typed;
  const options = typed.map(({ code, name }) => ({ value: code, label: name }));
  const external = await prompts.many(texts.wizard.agencies.external, options);
  return typed.map((each) => ({ ...each, kind: external.includes(each.code) ? "external" : "internal" }));
};

/** The agencies of a sheet; undefined where it has to be mended first. */
const askSheet = async ({ prompts, texts, locale, readAgencies }: Asking): Promise<Agencies | undefined> => {
  const { agencies } = texts.wizard;
  const path = await prompts.line({
    message: agencies.path,
    check: (typed) => faultIn(z.string().trim().min(1, "empty"), typed, texts),
  });
  const read = await readAgencies(path.trim().replace(/^(['"])(.*)\1$/, "$2"));
  if (read.kind === "problems") {
    prompts.warn([...problemLines(read.problems, locale), agencies.again].join("\n"));
    return undefined;
  }
  prompts.step(agencies.read(read.value.length));
  return read.value;
};

/** The other agencies, in one of three ways. */
export const askAgencies = async (asking: Asking, office: Answers["office"]): Promise<Agencies> => {
  const { how, sheet, sheetHint, typed, none } = asking.texts.wizard.agencies;
  const options = [
    { value: "sheet", label: sheet, hint: sheetHint },
    { value: "typed", label: typed },
    { value: "none", label: none },
  ] as const;
  for (;;) {
    const way = await asking.prompts.select(how, options);
    if (way === "none") return [];
    const agencies = way === "typed" ? await askTyped(asking, office) : await askSheet(asking);
    if (agencies) return agencies;
  }
};
