import type { Registered } from "../ports/registered.js";

/** The id of every row that is registered; each may be named once. */
export const registeredIds = (registered: Registered = {}): readonly string[] => {
  const { agencies, channels, people, appointments, accounts, sops, invitations } = registered;
  return [agencies, channels, people, appointments, accounts, sops, invitations].flatMap((rows) =>
    (rows ?? []).map(({ id }) => id),
  );
};
