import { botApiMethods } from "./bot-api-methods.js";
import { botApiTypes, botApiUnions } from "./bot-api-types.js";

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

const fieldOf = (line: string): Field => {
  const [name = "", types = ""] = line.split(": ");
  return { name: name.replace("*", ""), types: types.split(" | "), required: name.endsWith("*") };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields of an object, or of a method's parameters, held against what they may be. */
const fieldViolations = (lines: readonly string[], value: Readonly<Record<string, unknown>>): readonly string[] => {
  const fields = new Map(lines.map((line) => [fieldOf(line).name, fieldOf(line)]));
  const unknown = Object.keys(value).filter((name) => !fields.has(name));
  const known = [...fields.values()].flatMap(({ name, types, required }) => {
    const given = value[name];
    if (given === undefined) return required ? [`${name} is missing`] : [];
    return oneOf(types, given).map((each) => `${name}: ${each}`);
  });
  return [...unknown.map((name) => `${name} is unknown`), ...known];
};

const isScalar = (type: string, value: unknown): boolean | undefined => {
  switch (type) {
    case "Integer":
      return Number.isSafeInteger(value);
    case "Float":
      return typeof value === "number";
    case "String":
      return typeof value === "string";
    case "Boolean":
      return typeof value === "boolean";
    case "True":
      return value === true;
    case "InputFile":
      return value instanceof File;
    default:
      return undefined;
  }
};

const typeViolations = (type: string, value: unknown): readonly string[] => {
  const scalar = isScalar(type, value);
  if (scalar !== undefined) return scalar ? [] : [`is no ${type}`];
  if (type.startsWith("Array of ")) {
    const of = type.slice("Array of ".length);
    return Array.isArray(value) ? value.flatMap((each) => typeViolations(of, each)) : [`is no ${type}`];
  }
  const union = botApiUnions[type];
  if (union) return oneOf(union, value);
  return isRecord(value) ? fieldViolations(botApiTypes[type] ?? [], value) : [`is no ${type}`];
};

/** None when one of the types fits, else what speaks against the type that fits best. */
const oneOf = (types: readonly string[], value: unknown): readonly string[] =>
  types.map((type) => typeViolations(type, value)).reduce((best, each) => (each.length < best.length ? each : best));

/** What about a call does not fit the Bot API's description; nothing for a call that fits. Files are given as `File`. */
export const violationsOf = (method: string, params: Readonly<Record<string, unknown>>): readonly string[] => {
  const lines = botApiMethods[method];
  return lines === undefined
    ? [`${method} is not among the methods`]
    : fieldViolations(lines, params).map((each) => `${method}: ${each}`);
};

/** Whether a parameter travels as JSON where everything travels as text: beside a file. */
export const isJsonParameter = (method: string, name: string): boolean => {
  const line = (botApiMethods[method] ?? []).find((each) => fieldOf(each).name === name);
  return line !== undefined && fieldOf(line).types.every((type) => type !== "String" && type !== "InputFile");
};
