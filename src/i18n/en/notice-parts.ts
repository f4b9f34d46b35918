import type { DecisionKind } from "../../domain/approval/model.js";
import type { NoticeValues } from "../../ports/message-content.js";
import { said } from "../said.js";
import { labels } from "./labels.js";

// What the sentences of notices have in common; each says something also where its value is missing.

export const code = (v: NoticeValues): string => said(v, "code", "this case");
export const agency = (v: NoticeValues): string => said(v, "agency", "the related agency");
export const reason = (v: NoticeValues): string => said(v, "reason", "no reason given").replace(/[.\s]+$/, "");
export const version = (v: NoticeValues): string => `${code(v)} v${said(v, "version", "1")}`;
export const person = (v: NoticeValues): string =>
  [said(v, "name"), said(v, "position", "official")].filter((part) => part !== "").join(", ");

export const ready = (v: NoticeValues): string => (said(v, "ready") === "" ? "" : " It is ready to post.");

export const file = (v: NoticeValues): string =>
  said(v, "file") === "" ? "The file" : `The file "${said(v, "file")}"`;

export const decision = (v: NoticeValues): string => {
  const kind = said(v, "decision");
  const by = [person(v), said(v, "time")].filter((part) => part !== "").join(", ");
  return kind in labels.decided ? labels.decided[kind as DecisionKind](by) : `Decided by ${by}.`;
};

export const example = (v: NoticeValues): string =>
  said(v, "example") === "" ? "" : `, such as ${said(v, "example")}`;
