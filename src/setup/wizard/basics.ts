import { profiles } from "../../regulations/profiles.js";
import { indonesianZones, letters, line, zone } from "../fields.js";
import type { Answers } from "./answers.js";
import { type Asking, askLine } from "./asking.js";

/** "Pemerintah Kabupaten Kotawaringin Barat" suggests KOTAWARING: the last words' letters, as far as they go. */
const suggestionFrom = (name: string): string | undefined => {
  const words = name
    .toUpperCase()
    .replace(/[^A-Z ]/g, "")
    .split(" ")
    .filter((word) => word.length > 1);
  const own = words.filter((word) => !["PEMERINTAH", "DAERAH", "KABUPATEN", "KOTA", "PROVINSI"].includes(word));
  return own.join("").slice(0, 10) || undefined;
};

const askZone = async (asking: Asking, before: string | undefined): Promise<string> => {
  const { prompts, texts } = asking;
  const { wizard } = texts;
  const names = Object.entries(indonesianZones);
  const options = names.map(([letters, name]) => ({ value: name as string, label: letters, hint: name as string }));
  const chosen = await prompts.select(
    wizard.zone,
    [...options, { value: "other", label: wizard.otherZone }],
    before !== undefined && options.some(({ value }) => value === before) ? before : undefined,
  );
  if (chosen !== "other") return chosen;
  return askLine(asking, zone, { message: wizard.zoneName, fallback: before });
};

/** Whether it is a trial, which is offered first. A real one without a chat platform is nobody's slip: that is asked once more. */
const askTrial = async ({ prompts, texts, hasPlatform }: Asking, before = true): Promise<boolean> => {
  const { yes, no, trial } = texts.wizard;
  const options = [
    { value: "trial", label: trial.trial, hint: trial.trialHint },
    { value: "real", label: trial.real, hint: trial.realHint },
  ] as const;
  for (;;) {
    const chosen = await prompts.select(trial.question, options, before ? "trial" : "real");
    if (chosen === "trial" || hasPlatform) return chosen === "trial";
    prompts.warn(trial.noPlatform);
    if (await prompts.confirm(trial.realAllTheSame, { yes, no }, false)) return false;
  }
};

const askCode = (asking: Asking, name: string, before: string | undefined): Promise<string> => {
  const { texts, takenCodes } = asking;
  const suggested = before ?? suggestionFrom(name);
  const isFree = (code: string) =>
    takenCodes.includes(code) ? texts.problems.lettersTaken({ value: code }) : undefined;
  const fallback =
    suggested !== undefined && suggested.length > 1 && !takenCodes.includes(suggested) ? suggested : undefined;
  return askLine(asking, letters, { message: texts.wizard.code, fallback, also: isFree });
};

/** What kind of government it is, and how it is called. */
export const askBasics = async (asking: Asking, before?: Answers["basics"]): Promise<Answers["basics"]> => {
  const { prompts, texts, locale } = asking;
  const { wizard } = texts;
  const trial = await askTrial(asking, before?.trial);
  const regulation = await prompts.select(
    wizard.regulation,
    profiles.map(({ key, shortTitle }) => ({ value: key, label: shortTitle })),
    before?.regulation,
  );
  const name = await askLine(asking, line(), {
    message: wizard.name,
    fallback: before?.name,
  });
  const code = await askCode(asking, name, before?.code);
  const place = await askZone(asking, before?.zone);
  const languages = [
    { value: "id", label: "Bahasa Indonesia" },
    { value: "en", label: "English" },
  ] as const;
  // Who sets up in Indonesian has a bot that speaks Indonesian; the others are asked.
  const language =
    locale === "id" ? locale : await prompts.select(wizard.language, languages, before?.language ?? "id");
  return { trial, regulation, name, code, zone: place, language };
};
