import type { Case } from "../domain/inquiry/model.js";
import { currentAnswer } from "../domain/inquiry/queries.js";
import type { Proposal, ProposalContent } from "../domain/proposal/model.js";
import { currentVersion } from "../domain/proposal/queries.js";
import type { Directory } from "../domain/registry/model.js";
import { catalogueOf } from "../i18n/catalogue.js";
import type { ConversationRef, UserRef } from "../ports/chat/refs.js";
import type { Reader, Scene } from "../ports/store.js";
import { profileOf } from "../regulations/profiles.js";
import { type AccessAction, rightOf } from "./access.js";
import { accountsOf, typedName } from "./content/accounts.js";
import type { Context } from "./context.js";
import { findSubject } from "./resolve.js";

/** A government as it is at a case time. */
type Moment = Pick<Scene, "directory" | "now">;

type Values = Readonly<Record<string, string>>;

/** Only what is there: an input without a value stays empty. */
const filled = (values: Readonly<Record<string, string | undefined>>): Values =>
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

/** A proposal's inputs as they stand in its draft, or else in its newest version. */
const proposalValues = (moment: Moment, proposal: Proposal): Values => {
  const { directory } = moment;
  const content = (proposal.draft ?? currentVersion(proposal))?.content;
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

/** What a proposal has of the inputs `/propose` must have: nobody types them again to change something else. */
export const keptOfProposal = async (context: Context, code: string): Promise<Values> => {
  const subject = await findSubject(context, code);
  if (!("kind" in subject) || subject.kind !== "proposal") return {};
  const { theme, text } = proposalValues(context, subject.proposal);
  return filled({ theme, text });
};

const answerValues = (inquiry: Case): Values => filled({ text: currentAnswer(inquiry)?.text });

type Allowed = (agencyId: string, need: AccessAction) => boolean;

/** What the person may do for which agency; nothing where nobody is known by that user. */
const allowedTo = ({ directory, now }: Moment, actor: UserRef): Allowed => {
  const person = directory.people.find(({ identities }) =>
    identities.some(
      (each) => each.platform === actor.platform && each.workspace === actor.workspace && each.userId === actor.id,
    ),
  );
  return (agencyId, need) => {
    const right = person && rightOf(directory, person.id, need, now);
    return right !== undefined && (right.any || right.agencyIds.includes(agencyId));
  };
};

/** The values of the thing with a code that the form changes. */
const codedValues = async (reader: Reader, moment: Moment, form: string, code: string, allowed: Allowed) => {
  const { id } = moment.directory.government;
  if (form === "propose") {
    const proposal = await reader.proposalByCode(id, code);
    return proposal && allowed(proposal.agencyId, "content.propose") ? proposalValues(moment, proposal) : {};
  }
  const inquiry = form === "answer" ? await reader.caseByCode(id, code) : undefined;
  return inquiry && allowed(inquiry.agencyId, "case.answer") ? answerValues(inquiry) : {};
};

const agencyValues = ({ directory }: Moment, agencyId: string | undefined, allowed: Allowed): Values => {
  const agency = directory.agencies.find(({ id }) => id === agencyId);
  return agency && allowed(agency.id, "registry.keep") ? filled({ name: agency.name, kind: agency.kind }) : {};
};

/**
 * What a form opens with: what somebody would otherwise have to type again. Reads only, and only what the person may read;
 * empty for anything else.
 */
export const createPrefill =
  (reader: Reader) =>
  async (form: string, token: string, conversation: ConversationRef, actor: UserRef): Promise<Values> => {
    const scene = await reader.sceneOfConversation(conversation);
    const action = scene && (await reader.action(scene.directory.government.id, token));
    if (!scene || action?.command !== form) return {};
    const allowed = allowedTo(scene, actor);
    const { code, of } = action.values;
    if (form === "editagency") return agencyValues(scene, of, allowed);
    return code === undefined ? {} : codedValues(reader, scene, form, code, allowed);
  };
