import type { Case } from "../../domain/inquiry/model.js";
import type { Account } from "../../domain/registry/model.js";
import type { Reader } from "../../ports/store.js";
import type { MemoryTables } from "./memory-tables.js";

const siteOf = (url: string | undefined): string | undefined =>
  /^https?:\/\/(?:www\.|m\.|mobile\.)?([^/:?#]+)/.exec(url?.toLowerCase() ?? "")?.[1];

const bare = (handle: string): string => handle.replace(/^@+/, "").toLowerCase();

/** Whether an answer to this handle, posted at this address, is one of the account's. */
const isOf = (account: Account, accounts: readonly Account[], handle: string, url: string | undefined): boolean => {
  if (account.handle.toLowerCase() !== bare(handle)) return false;
  const site = siteOf(url);
  if (site === siteOf(account.url)) return true;
  return !accounts.some(
    (other) =>
      site !== undefined &&
      other !== account &&
      other.handle.toLowerCase() === bare(handle) &&
      siteOf(other.url) === site,
  );
};

/** The Reader's way to what was posted on accounts, see `db/repositories/account-activity`. */
export const accountsIn = (tables: MemoryTables): Pick<Reader, "lastPosted"> => ({
  async lastPosted(governmentId) {
    const accounts = tables.directories.get(governmentId)?.accounts ?? [];
    const cases = [...tables.cases.values()].flatMap((each) =>
      each.governmentId === governmentId ? each.inquiry : [],
    );
    const proposals = [...tables.proposals.values()].flatMap((each) =>
      each.governmentId === governmentId ? each.proposal : [],
    );
    const answersOf = (account: Account, { account: handle, publications }: Case): readonly Date[] =>
      handle === undefined
        ? []
        : publications.filter(({ url }) => isOf(account, accounts, handle, url)).map(({ at }) => at);
    const last = new Map<string, Date>();
    for (const account of accounts) {
      const posted = [
        ...cases.flatMap((inquiry) => answersOf(account, inquiry)),
        ...proposals.flatMap(({ publications }) =>
          publications.filter(({ accountId }) => accountId === account.id).map(({ at }) => at),
        ),
      ].sort((a, b) => a.getTime() - b.getTime());
      const newest = posted.at(-1);
      if (newest) last.set(account.id, newest);
    }
    return last;
  },
});
