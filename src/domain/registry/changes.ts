/** What the history keeps of the registry, by the kinds of its lines: each names the agency it is about. */
export const registryChanges = [
  "agencyAdded",
  "agencyChanged",
  "chatBound",
  "chatUnbound",
  "botRemoved",
  "chatMoved",
  "invited",
  "invitationRecalled",
  "joined",
  "personChanged",
  "appointmentEnded",
  "appointmentRenewed",
  "identityAdded",
  "identityRemoved",
  "ethicsRead",
  "accountRegistered",
  "accountChanged",
  "accountEnded",
  "actingNamed",
  "actingEnded",
] as const;

/** The kind of one such line. */
export type RegistryChange = (typeof registryChanges)[number];

/** What the history keeps of a government's own rules, under the government itself. */
export const ruleChanges = [
  "founded",
  "settingChanged",
  "accessChanged",
  "sopRegistered",
  "sopChanged",
  "sopEnded",
] as const;

/** The kind of one such line. */
export type RuleChange = (typeof ruleChanges)[number];
