import type { ContentOf, MessageContent } from "../../ports/message-content.js";
import { accountsView, accountView } from "./accounts.js";
import { actingsView, actingView } from "./acting.js";
import { agenciesView, agencyView } from "./agencies.js";
import { channelsView } from "./channels.js";
import { confirmView } from "./confirm.js";
import { endingTermsView } from "./ending-terms.js";
import { memberView } from "./member.js";
import { membersView } from "./members.js";
import { invitationView, welcomeView } from "./setup.js";
import type { Scenery, View } from "./view.js";

const KINDS = [
  "accounts",
  "account",
  "actings",
  "acting",
  "agencies",
  "agency",
  "channels",
  "members",
  "member",
  "ending-terms",
  "confirm",
  "welcome",
  "invitation",
] as const satisfies readonly MessageContent["kind"][];

/** What a message says of the registry. */
type AboutRegistry = ContentOf<(typeof KINDS)[number]>;

/** Whether a message is about who and what is registered. */
export const isAboutRegistry = (content: MessageContent): content is AboutRegistry =>
  KINDS.some((kind) => kind === content.kind);

/** The message about the registry, as it is now. */
export const registryView = (scenery: Scenery, content: AboutRegistry): View | "drop" => {
  switch (content.kind) {
    case "accounts":
      return accountsView(scenery, content);
    case "account":
      return accountView(scenery, content);
    case "actings":
      return actingsView(scenery, content);
    case "acting":
      return actingView(scenery, content);
    case "agencies":
      return agenciesView(scenery, content);
    case "agency":
      return agencyView(scenery, content);
    case "channels":
      return channelsView(scenery, content);
    case "members":
      return membersView(scenery, content);
    case "member":
      return memberView(scenery, content);
    case "ending-terms":
      return endingTermsView(scenery, content);
    case "confirm":
      return confirmView(scenery, content);
    case "welcome":
      return welcomeView(scenery, content);
    case "invitation":
      return invitationView(scenery, content);
    default:
      return content satisfies never;
  }
};
