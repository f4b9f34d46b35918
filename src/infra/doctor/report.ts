import type { Finding } from "../../ports/finding.js";
import { counted } from "./counted.js";

/** What was found under one heading. */
export interface Group {
  readonly title: string;
  readonly findings: readonly Finding[];
}

const SIGNS = { ok: "✓", warning: "!", error: "✗" } as const;

const countOf = (groups: readonly Group[], level: Finding["level"]): number =>
  groups.flatMap(({ findings }) => findings).filter((finding) => finding.level === level).length;

/** Whether nothing is broken; warnings are allowed. */
export const isSound = (groups: readonly Group[]): boolean => countOf(groups, "error") === 0;

const linesOf = (finding: Finding): readonly string[] => [
  `  ${SIGNS[finding.level]} ${finding.what}`,
  ...(finding.level === "ok" ? [] : [`    → ${finding.fix}`]),
];

/** For people, grouped. */
export const asText = (groups: readonly Group[]): string => {
  const lines = groups.flatMap(({ title, findings }) => [title, ...findings.flatMap(linesOf)]);
  const total = (["error", "warning"] as const).map((level) => counted(countOf(groups, level), level, `${level}s`));
  return [...lines, "", `${total.join(", ")}.`, ""].join("\n");
};

/** For programs: one JSON document. */
export const asJson = (groups: readonly Group[]): string => {
  const findings = groups.flatMap((group) => group.findings.map((finding) => ({ group: group.title, ...finding })));
  return `${JSON.stringify({ ok: isSound(groups), findings }, null, 2)}\n`;
};
