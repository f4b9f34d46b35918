import type { Agency, ChannelPurpose, Directory } from "../../domain/registry/model.js";
import { type Finding, warning, well } from "../../ports/finding.js";
import { holds } from "../access.js";
import { channelOf, communicationsAgencyId } from "../context.js";
import { draftingOfficial } from "../registry/drafting-official.js";
import { namedAgencies } from "./named.js";

const FIX_CHATS =
  "The admin gives out a code for each by /channel (/grup), which is typed there: docs/admin.md, “First run”.";
const FIX_PEOPLE = "The admin invites one for each by /member (/anggota): docs/admin.md, “First run”.";

/** "2 agencies have …: pupr, dishub", or nothing where it is true of none. */
const about = (
  { government }: Directory,
  agencies: readonly Agency[],
  have: string,
  fix: string,
): readonly Finding[] => {
  if (agencies.length === 0) return [];
  const count = agencies.length === 1 ? "1 agency has" : `${agencies.length} agencies have`;
  return [warning(`${government.code}: ${count} ${have}: ${namedAgencies(agencies)}`, fix)];
};

const without = (directory: Directory, agencies: readonly Agency[], purpose: ChannelPurpose): readonly Agency[] =>
  agencies.filter(({ id }) => channelOf(directory, id, purpose) === undefined);

const INSTEAD = [
  ["head", "their head"],
  ["communications", "the communications office"],
  [undefined, "nobody"],
] as const;

const drafting = (directory: Directory, agencies: readonly Agency[], now: Date): readonly Finding[] =>
  INSTEAD.flatMap(([instead, who]) => {
    const isSo = (id: string): boolean => {
      const found = draftingOfficial(directory, id, now);
      return found !== undefined && found.instead === instead;
    };
    return about(
      directory,
      agencies.filter(({ id }) => isSo(id)),
      `an only official who also drafts, so that ${who} decides what that official wrote`,
      "Register a second official, or another officer who drafts instead.",
    );
  });

/** Where one government's agencies lack a chat or people, or have them so that texts go to somebody else. */
export const agencyFindings = (directory: Directory, now: Date): readonly Finding[] => {
  const { agencies, appointments, government } = directory;
  const internal = agencies.filter(({ kind }) => kind === "internal");
  const hasOfficer = ({ id }: Agency): boolean =>
    appointments.some((each) => each.agencyId === id && each.role === "officer" && holds(each, now));
  const office = communicationsAgencyId(directory);
  const officed = appointments.some(
    (each) => each.role === "communications" && each.agencyId === office && holds(each, now),
  );
  const found = [
    ...about(
      directory,
      without(directory, agencies, "work"),
      "no work chat, so that no question reaches it",
      FIX_CHATS,
    ),
    ...about(directory, without(directory, internal, "approval"), "no approval chat", FIX_CHATS),
    ...about(
      directory,
      internal.filter((each) => !hasOfficer(each)),
      "no officer",
      FIX_PEOPLE,
    ),
    ...drafting(directory, internal, now),
    ...(officed
      ? []
      : [warning(`${government.code}: nobody holds the communications office: alarms reach no one`, FIX_PEOPLE)]),
  ];
  const fine = `${government.code}: ${agencies.length} agencies, each with its chats and officers`;
  return found.length > 0 ? found : [well(fine)];
};
