import type { z } from "zod";
import { excerptOf } from "../app/excerpt.js";
import { isProblemCode, type ProblemCode, type ProblemValues } from "../i18n/setup-cli.js";
import { settingSchemas } from "../ports/government-settings.js";
import { allowedKeysMark } from "./fields.js";
import { type Place, type Problem, problemAt } from "./problem.js";
import type { Path } from "./yaml-source.js";

type Issue = z.core.$ZodIssue;

const WANTED: Readonly<Record<string, ProblemCode>> = { array: "wantsList", object: "wantsMap", record: "wantsMap" };

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], value);

const isValues = (value: unknown): value is ProblemValues => typeof value === "object" && value !== null;

const valuesOf = (issue: Issue): ProblemValues => {
  const values: unknown = issue.code === "custom" ? issue.params?.values : undefined;
  return isValues(values) ? values : {};
};

const codeOf = (issue: Issue, value: unknown): [ProblemCode, ProblemValues] => {
  if (isProblemCode(issue.message)) return [issue.message, valuesOf(issue)];
  // What a setting may be is the catalogue's too: the schema's own sentences are for stored settings, in the log.
  if (issue.path[0] === "settings" && issue.path.length > 1) return ["badSetting", { setting: String(issue.path[1]) }];
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? ["missing", {}] : [WANTED[issue.expected] ?? "wantsText", {}];
    case "too_big":
      return ["tooMany", { max: Number(issue.maximum) }];
    default:
      return ["badValue", {}];
  }
};

const keyOf = (path: Path): string =>
  path.map((step, index) => (typeof step === "number" ? `[${step + 1}]` : `${index === 0 ? "" : "."}${step}`)).join("");

/** What `object` of fields.ts says of a key it does not have; a schema of somebody else's says something of its own. */
const allowedKeys = (message: string, path: Path): ProblemValues => {
  if (path.length === 1 && path[0] === "settings") return { allowed: Object.keys(settingSchemas).join(", ") };
  return message.startsWith(allowedKeysMark) ? { allowed: message.slice(allowedKeysMark.length) } : {};
};

/** What a schema did not like about a value, as problems where the value stands; `under` is the value's own path. */
export const problemsOfIssues = (
  issues: readonly Issue[],
  value: unknown,
  placeOf: (path: Path) => Place,
  under: Path = [],
): readonly Problem[] =>
  issues.flatMap((issue): readonly Problem[] => {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) =>
        problemAt(placeOf([...path, key]), "unknownKey", {
          ...{ name: excerptOf(key) },
          ...allowedKeys(issue.message, path),
        }),
      );
    const [code, values] = codeOf(issue, valueAt(value, path));
    return [problemAt(placeOf(path), code, values, keyOf([...under, ...path]))];
  });
