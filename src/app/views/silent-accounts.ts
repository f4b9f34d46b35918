import { text } from "../../chatkit/blocks.js";
import { silentDays, silentSince } from "../../domain/silence.js";
import { accountsOf } from "../content/accounts.js";
import { basisNote, basisPress } from "./case-basis.js";
import { accountName } from "./proposal-words.js";
import type { Scenery, View } from "./view.js";

/**
 * Official accounts of one agency on which nothing was posted for longer than the setting, with name, medium and days;
 * "drop" when something was posted on each meanwhile.
 */
export const silentAccountsView = (
  scenery: Scenery,
  agencyId: string,
  accountIds: readonly string[],
  lastPosted: ReadonlyMap<string, Date>,
): View | "drop" => {
  const { directory, now, profile, words } = scenery;
  const { silentAfterDays } = directory.government.settings;
  const { silent } = words.content;
  const lines = accountsOf(directory, agencyId, now).flatMap((account): readonly string[] => {
    const last = lastPosted.get(account.id);
    const days = silentDays(silentSince(account, last), now, silentAfterDays);
    if (!accountIds.includes(account.id) || days === undefined) return [];
    const name = accountName(scenery, account.id);
    return [last ? silent.since(name, days) : silent.never(name, days)];
  });
  if (lines.length === 0) return "drop";
  const heading = silent.heading(silentAfterDays);
  return {
    summary: heading,
    blocks: [
      text([heading, ...lines.map((line) => `• ${line}`)].join("\n")),
      text(silent.advice),
      basisNote(scenery, profile.regularPosting),
    ],
    presses: [[basisPress(scenery, profile.regularPosting)]],
  };
};
