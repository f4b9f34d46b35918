import { bold, heading, linkTo, note, plain, text } from "../../chatkit/blocks.js";
import type { Account } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { accountsOf } from "../content/accounts.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { accountName } from "./proposal-words.js";
import { basisParts, codeOf, lastDay, pageFrom } from "./registry-parts.js";
import { agencyName, dateIn } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

const PAGE_SIZE = 10;

/** By what it is official; that it is not said, where the regulation asks for it. */
const designationWords = ({ words, profile }: Scenery, { designation }: Account): readonly string[] => {
  const { accounts, letter } = words.registry;
  if (designation) return [letter(designation.instrument, designation.number)];
  return profile.accountDesignation ? [accounts.undesignated] : [];
};

const accountBlock = (scenery: Scenery, account: Account): Block => {
  const { accounts } = scenery.words.registry;
  const { id, url, since, until } = account;
  const facts = [
    ...designationWords(scenery, account),
    accounts.since(dateIn(scenery, since)),
    ...(until ? [accounts.until(lastDay(scenery, until))] : []),
  ];
  return text(bold(accountName(scenery, id)), plain("\n"), linkTo(url), plain(`\n${facts.join(" · ")}`));
};

const registerPress = (scenery: Scenery, agencyId: string): Press =>
  pressForm(scenery.words.registry.buttons.register, "account", {
    register: "yes",
    agency: codeOf(scenery, agencyId),
  });

/** The agency's official accounts, with how to add one where the reader may. */
export const accountsView = (scenery: Scenery, { agencyId, page, mayChange }: ContentOf<"accounts">): View => {
  const { directory, now, words } = scenery;
  const all = accountsOf(directory, agencyId, now);
  const found = pageFrom(all, page, PAGE_SIZE);
  const { items } = found;
  const title = words.registry.accounts.heading(agencyName(scenery, agencyId), all.length);
  const basis = basisParts(scenery, scenery.profile.accountDesignation);
  const nothing = words.registry.accounts.empty(agencyName(scenery, agencyId));
  return {
    summary: all.length === 0 ? nothing : title,
    blocks: [
      heading(title),
      ...(items.length > 0
        ? items.map((each) => accountBlock(scenery, each))
        : [emptyLine(scenery, all.length, nothing)]),
      ...pageNote(scenery, page, found),
      ...(mayChange ? [note(words.registry.accounts.hint)] : []),
      ...basis.notes,
    ],
    presses: [
      mayChange ? [registerPress(scenery, agencyId)] : [],
      pagePresses(scenery, "account", { agency: codeOf(scenery, agencyId) }, page, found.more),
      basis.presses,
    ],
  };
};

const againPress = (scenery: Scenery, { handle, medium, url, designation, agencyId }: Account): Press =>
  press(scenery.words.registry.buttons.again, "account", {
    ...{ register: "yes", handle, medium, url, agency: codeOf(scenery, agencyId) },
    ...designation,
  });

/** What was done to one account: registered, changed or given up, with the way back. */
export const accountView = (scenery: Scenery, { accountId, change }: ContentOf<"account">): View | "drop" => {
  const { directory, now, words } = scenery;
  const account = directory.accounts.find(({ id }) => id === accountId);
  if (!account) return "drop";
  const { accounts, buttons } = words.registry;
  const { until } = account;
  const isOver = until !== undefined && until <= now;
  const name = accountName(scenery, accountId);
  const agency = agencyName(scenery, account.agencyId);
  const sentence =
    change === "ended" && until && !isOver
      ? accounts.ending(name, agency, lastDay(scenery, until))
      : accounts[change](name, agency);
  const basis = basisParts(scenery, scenery.profile.accountDesignation);
  const step = until
    ? againPress(scenery, account)
    : press(buttons.end, "endaccount", { account: accountId }, "danger");
  return {
    summary: sentence,
    blocks: [text(sentence), accountBlock(scenery, account), ...basis.notes],
    presses: [[step], basis.presses],
  };
};
