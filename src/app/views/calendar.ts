import { bold, heading, linkTo, note, plain } from "../../chatkit/blocks.js";
import type { ProposalStatus } from "../../domain/proposal/model.js";
import { dayIn } from "../../domain/time/local-day.js";
import { daysAfter, type Week, weekOf } from "../../domain/time/week.js";
import type { Block, Span } from "../../ports/chat/outbound.js";
import type { ContentLine } from "../../ports/content-lists.js";
import type { Page } from "../../ports/store.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { accountName, dayText, themeOf } from "./proposal-words.js";
import { agencyName, timeIn } from "./scenery.js";
import { type Press, press, type Scenery, type View } from "./view.js";

/** The week this day lies in; of the present one where none is named. */
export const calendarWeek = ({ directory, now }: Scenery, day: string | undefined): Week =>
  weekOf(day ?? dayIn(directory.government.zone, now));

/** Whether this is the present week, which also shows what is open. */
export const isThisWeek = (scenery: Scenery, week: Week): boolean =>
  calendarWeek(scenery, undefined).from === week.from;

const statusOf = ({ words }: Scenery, status: string): string =>
  Object.hasOwn(words.content.status, status) ? words.content.status[status as ProposalStatus] : status;

const postedAs = ({ words }: Scenery, { status, corrects }: ContentLine): string => {
  const { calendar } = words.content;
  if (status === "withdrawn") return calendar.withdrawn;
  return corrects ? calendar.corrected : calendar.posted;
};

const lineSpans = (scenery: Scenery, line: ContentLine): readonly Span[] => {
  const { calendar } = scenery.words.content;
  const accounts = line.accountIds.map((id) => accountName(scenery, id)).join(", ");
  const named = (...rest: readonly string[]): string => [line.code, themeOf(scenery, line.theme), ...rest].join(" · ");
  switch (line.section) {
    case "waiting":
      return [plain(named(calendar.since(timeIn(scenery, line.at))))];
    case "draft":
      return [plain(named(statusOf(scenery, line.status)))];
    case "ready":
      return [plain(named(accounts === "" ? statusOf(scenery, line.status) : calendar.left(accounts)))];
    case "wanted":
      return [plain(`${calendar.wanted}: ${named(statusOf(scenery, line.status))}`)];
    case "posted":
      return [plain(`${postedAs(scenery, line)}: ${named(accounts)} `), linkTo(line.url ?? "")];
    default:
      return line.section satisfies never;
  }
};

const titleOf = (scenery: Scenery, { section, day }: ContentLine): string => {
  const { sections } = scenery.words.content.calendar;
  return section === "wanted" || section === "posted" ? dayText(scenery, day ?? "") : sections[section];
};

/** Lines under the titles of their sections and days, in the order they came. */
const grouped = (scenery: Scenery, lines: readonly ContentLine[]): readonly Block[] => {
  const titles = [...new Set(lines.map((line) => titleOf(scenery, line)))];
  return titles.map((title) => {
    const mine = lines.filter((line) => titleOf(scenery, line) === title);
    const spans = mine.flatMap((line) => [plain("\n• "), ...lineSpans(scenery, line)]);
    return { kind: "text", spans: [bold(title), ...spans] };
  });
};

const isDated = ({ day }: ContentLine): boolean => day !== undefined;

/** Days come last: a last page without any means that the week has none. */
const emptyWeek = (scenery: Scenery, { items, more, total }: Page<ContentLine>): readonly Block[] => {
  const { calendar } = scenery.words.content;
  if (items.length === 0) return [emptyLine(scenery, total, calendar.empty)];
  return more || items.some(isDated) ? [] : [note(calendar.emptyWeek)];
};

const weekPresses = (scenery: Scenery, { from, to }: Week): readonly Press[] => {
  const { calendar } = scenery.words.content;
  const to7 = (label: string, week: string) => press(label, "queue", { list: "content", week });
  return [
    to7(calendar.previousWeek, daysAfter(from, -7)),
    ...(isThisWeek(scenery, { from, to }) ? [] : [to7(calendar.thisWeek, calendarWeek(scenery, undefined).from)]),
    to7(calendar.nextWeek, to),
  ];
};

/**
 * An agency's content: what waits for the officials, drafts, and what is ready with the accounts that are left (in the
 * present week), then a week day by day with what is wanted and what was posted.
 */
export const calendarView = (
  scenery: Scenery,
  agencyId: string,
  week: Week,
  page: number,
  found: Page<ContentLine>,
): View => {
  const { calendar } = scenery.words.content;
  const last = daysAfter(week.to, -1);
  const title = calendar.heading(agencyName(scenery, agencyId), dayText(scenery, week.from), dayText(scenery, last));
  return {
    summary: found.total === 0 ? calendar.empty : title,
    blocks: [
      heading(title),
      ...grouped(scenery, found.items),
      ...emptyWeek(scenery, found),
      ...pageNote(scenery, page, found),
    ],
    presses: [
      pagePresses(scenery, "queue", { list: "content", week: week.from }, page, found.more),
      weekPresses(scenery, week),
    ],
  };
};
