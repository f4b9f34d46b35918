import type { ProposalContent } from "../../domain/proposal/model.js";
import type { Profile } from "../../regulations/schema.js";

/** Whether every official of the agency is to hear of it at once: content of a category that alerts them (disasters). */
export const isUrgent = ({ contentCategories }: Profile, { category }: ProposalContent): boolean =>
  contentCategories.items.some(({ code, alertsOfficials }) => code === category && alertsOfficials === true);
