import type { Proposal, ProposalContent } from "../../domain/proposal/model.js";
import { writtenOf } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import type { Scene } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { accountsOf, typedName } from "./accounts.js";

/** A government as it is at a case time. */
type Moment = Pick<Scene, "directory" | "now">;

/** Values by the name of their input. */
export type FormValues = Readonly<Record<string, string>>;

/** Only what is there: an input without a value stays empty. */
export const filled = (values: Readonly<Record<string, string | undefined>>): FormValues =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const nameOf = (
  { government }: Directory,
  items: readonly { readonly code: string; readonly name: { readonly id: string; readonly en: string } }[],
  code: string | undefined,
): string | undefined => {
  const known = code !== undefined && Object.hasOwn(catalogueOf(government.locale).choices, code);
  return known ? code : items.find((each) => each.code === code)?.name[government.locale];
};

/** By medium too, since the same handle is often used on several; none the agency has given up. */
const accountValue = ({ directory, now }: Moment, { agencyId }: Proposal, { accountIds }: ProposalContent): string =>
  accountsOf(directory, agencyId, now)
    .filter(({ id }) => accountIds.includes(id))
    .map(typedName)
    .join(" ");

/** A proposal's inputs as they stand in what is written of it. */
export const formValues = (moment: Moment, proposal: Proposal): FormValues => {
  const { directory } = moment;
  const content = writtenOf(proposal);
  if (!content) return {};
  const { contentCategories } = profileOf(directory.government.profile);
  const { theme, body, source, wantedOn, audience, influencer, policy, category, lawfulBasis } = content;
  return filled({
    ...{ theme, text: body, source, audience, influencer, policy, wanted: wantedOn },
    category: nameOf(directory, contentCategories.items, category),
    basis: nameOf(directory, contentCategories.lawfulBases, lawfulBasis),
    hashtags: content.hashtags.map((tag) => `#${tag}`).join(" "),
    accounts: accountValue(moment, proposal, content),
    why: Object.values(content.reasons)[0],
  });
};
