import type { Directory, Invitation } from "../../domain/registry/model.js";
import { broken, type Finding, warning, well } from "../../ports/finding.js";
import { channelOf } from "../context.js";
import { adminsUntil } from "../registry/admins.js";

const DAY_MS = 86_400_000;
/** So many days before they end, codes of the setup that nobody used are named (internal policy). */
const SOON_DAYS = 2;

/** What the code gives is there otherwise: a chat of the purpose, or the person of that name in the role. */
const isNeeded = (directory: Directory, { gives }: Invitation): boolean => {
  if (gives.kind === "identity") return false;
  if (gives.kind === "chat") return channelOf(directory, gives.agencyId, gives.purpose) === undefined;
  const { role, agencyId } = gives.appointment;
  return !directory.appointments.some(
    (each) =>
      each.role === role &&
      each.agencyId === agencyId &&
      directory.people.some(
        ({ id, name }) => id === each.personId && (gives.name === undefined || name === gives.name),
      ),
  );
};

/** The setup's codes that nobody used and somebody still needs. */
const openOf = (directory: Directory): readonly Invitation[] =>
  directory.invitations.filter(
    (each) => each.used === undefined && each.createdBy === undefined && isNeeded(directory, each),
  );

const isOfAdmin = ({ gives }: Invitation): boolean => gives.kind === "role" && gives.appointment.role === "admin";

const dayOf = ({ government }: Pick<Directory, "government">, at: Date): string =>
  at.toLocaleDateString("en-CA", { timeZone: government.zone });

const renewing = ({ code }: Directory["government"]): string =>
  `Run npm run setup -- --renew ${code}: docs/admin.md, “Codes and renewals”.`;

/** Nobody can act as an admin now: who is to be one has a code that works, one that ended, or none. */
const adminless = (directory: Directory, open: readonly Invitation[], now: Date): Finding => {
  const { government } = directory;
  const { code } = government;
  const codes = open.filter(isOfAdmin);
  const working = codes.find(({ expiresAt }) => expiresAt > now);
  if (working)
    return warning(
      `${code}: no admin has joined yet`,
      `Give the first admin the code the setup printed; it works until ${dayOf(directory, working.expiresAt)}.`,
    );
  if (codes.length > 0)
    return broken(`${code}: no admin can act, and the first admin's code has ended`, renewing(government));
  return broken(
    `${code}: no admin can act: nobody can name one in chat`,
    `Run npm run setup -- --admin ${code}: docs/admin.md, “Codes and renewals”.`,
  );
};

/** Codes that ended, or end soon. */
const ending = (directory: Directory, open: readonly Invitation[], now: Date): readonly Finding[] => {
  const { government } = directory;
  const soon = open.filter(({ expiresAt }) => expiresAt.getTime() - now.getTime() <= SOON_DAYS * DAY_MS);
  const said = (codes: readonly Invitation[], end: string): readonly Finding[] => {
    const times = codes.map(({ expiresAt }) => expiresAt.getTime());
    const day = dayOf(directory, new Date(Math.min(...times)));
    const count = codes.length === 1 ? "1 code of the setup is" : `${codes.length} codes of the setup are`;
    return codes.length === 0
      ? []
      : [warning(`${government.code}: ${count} unused and ${end} ${day}`, renewing(government))];
  };
  return [
    ...said(
      soon.filter(({ expiresAt }) => expiresAt <= now),
      "ended on",
    ),
    ...said(
      soon.filter(({ expiresAt }) => expiresAt > now),
      "will end on",
    ),
  ];
};

/** Whether somebody can act as an admin of the government, and its setup's codes that nobody used in time. */
export const adminFindings = (directory: Directory, now: Date): readonly Finding[] => {
  const open = openOf(directory);
  const found = [
    ...(adminsUntil(directory, now) > now.getTime() ? [] : [adminless(directory, open, now)]),
    ...ending(directory, open, now),
  ];
  return found.length > 0 ? found : [well(`${directory.government.code}: an admin can act, and no code waits in vain`)];
};
