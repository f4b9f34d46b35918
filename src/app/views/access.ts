import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { GrantedScope, Role } from "../../domain/registry/model.js";
import { withBasis } from "../../i18n/said.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { type AccessAction, accessActions, accessTable, grantOf } from "../access.js";
import { boundsOf, roles } from "../access-bounds.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { pageFrom } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

const PAGE_SIZE = 6;
const SCOPES = ["own", "any"] as const;

/** What a right lets somebody do, in words. */
export const rightWord = ({ words }: Scenery, right: string): string => words.settings.access.rights[right] ?? right;

const isSet = ({ directory }: Scenery, action: AccessAction, role: Role): boolean =>
  (grantOf(directory, action)[role] ?? "none") !== (accessTable[action][role] ?? "none");

/** Who may do it and how far, in one line. */
const rowBlock = (scenery: Scenery, action: AccessAction): Block => {
  const { access } = scenery.words.settings;
  const grant = grantOf(scenery.directory, action);
  const granted = SCOPES.flatMap((scope) => {
    const holders = roles.filter((role) => grant[role] === scope).map((role) => roleWord(scenery, role));
    return holders.length === 0 ? [] : [access.granted(access.scopes[scope], holders.join(", "))];
  });
  const set = roles.some((role) => isSet(scenery, action, role)) ? ` · ${access.set}` : "";
  const who = granted.length === 0 ? access.nobody : granted.join("\n");
  return text(bold(rightWord(scenery, action)), plain(`${set}\n${who}`));
};

const reasonsText = (scenery: Scenery, action: AccessAction, role: Role): string => {
  const { rule, access } = scenery.words.settings;
  const { limits } = boundsOf(scenery.profile, action, role);
  const named = roleWord(scenery, role);
  const said = limits.map(({ reason, basis }) => {
    const sentence = access.reasons[reason](named);
    return withBasis(sentence, basis ? rule(scenery.words.level[basis.level], basis.citation) : "");
  });
  return said.join(" ");
};

/** One cell: how far the role may do it, and what it could be set to. */
const cellBlock = (scenery: Scenery, action: AccessAction, role: Role): Block => {
  const { access } = scenery.words.settings;
  const scope: GrantedScope = grantOf(scenery.directory, action)[role] ?? "none";
  const { allowed } = boundsOf(scenery.profile, action, role);
  const why = reasonsText(scenery, action, role);
  const others = allowed.map((each) => `"${access.scopes[each]}"`).join(access.or);
  const bounds = allowed.length === 1 ? access.fixed(why) : access.free(others, why);
  const set = isSet(scenery, action, role) ? ` · ${access.set}` : "";
  return text(bold(roleWord(scenery, role)), plain(`: ${access.scopes[scope]}${set}\n${bounds}`));
};

const oneRight = (scenery: Scenery, action: AccessAction, mayChange: boolean): View => {
  const { access } = scenery.words.settings;
  const title = access.of(rightWord(scenery, action));
  return {
    summary: title,
    blocks: [heading(title), ...roles.map((role) => cellBlock(scenery, action, role))],
    presses: mayChange ? [[pressForm(access.change, "access", { register: "yes", right: action })]] : [],
  };
};

const rightPress = (scenery: Scenery, action: AccessAction): Press =>
  press(rightWord(scenery, action), "access", { right: action });

/** Who may do what in this government, in words, or one right with its bounds. */
export const accessView = (scenery: Scenery, { page, right, mayChange }: ContentOf<"access">): View => {
  const one = accessActions.find((action) => action === right);
  if (one) return oneRight(scenery, one, mayChange);
  const { access } = scenery.words.settings;
  const found = pageFrom(accessActions, page, PAGE_SIZE);
  const { items } = found;
  return {
    summary: access.heading,
    blocks: [
      heading(access.heading),
      ...(items.length > 0
        ? items.map((action) => rowBlock(scenery, action))
        : [emptyLine(scenery, accessActions.length, "")]),
      ...pageNote(scenery, page, found),
      note(access.hint(rightWord(scenery, "case.close"))),
    ],
    presses: [
      ...items.map((action) => [rightPress(scenery, action)]),
      pagePresses(scenery, "access", {}, page, found.more),
    ],
  };
};

/** A cell was set: what it is and was, and the way back. */
export const rightView = (scenery: Scenery, { right, role, before, after }: ContentOf<"right">): View => {
  const { access, buttons } = scenery.words.settings;
  const cell = access.cell(roleWord(scenery, role), rightWord(scenery, right));
  const sentence = access.changed(cell, access.scopes[after], access.scopes[before]);
  const back = { right, role, scope: before === "none" ? "no" : before };
  return { summary: sentence, blocks: [text(sentence)], presses: [[press(buttons.restore, "access", back)]] };
};
