import type { Case } from "../domain/inquiry/model.js";
import { currentAnswer } from "../domain/inquiry/queries.js";
import type { ConversationRef, UserRef } from "../ports/chat/refs.js";
import type { Reader, Scene } from "../ports/store.js";
import { type AccessAction, rightOf } from "./access.js";
import { type FormValues, filled, formValues } from "./content/form-values.js";
import { commandOfForm } from "./content/forms.js";
import { personBy } from "./context.js";
import { shownIn } from "./events/fixable.js";
import { ownRulesValues } from "./settings/prefill-own-rules.js";

/** A government as it is at a case time. */
type Moment = Pick<Scene, "directory" | "now">;

/** What was filled in before, as far as the form shows it. */
const shownOf = (form: string, values: FormValues): FormValues => {
  const shown = shownIn(form);
  return Object.fromEntries(Object.entries(values).filter(([name]) => shown.has(name)));
};

const answerValues = (inquiry: Case): FormValues => filled({ text: currentAnswer(inquiry)?.text });

type Allowed = (agencyId: string, need: AccessAction) => boolean;

/** What the person may do for which agency; nothing where nobody is known by that user. */
const allowedTo = ({ directory, now }: Moment, actor: UserRef): Allowed => {
  const person = personBy(directory, actor);
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
    return proposal && allowed(proposal.agencyId, "content.propose") ? formValues(moment, proposal) : {};
  }
  const inquiry = form === "answer" ? await reader.caseByCode(id, code) : undefined;
  return inquiry && allowed(inquiry.agencyId, "case.answer") ? answerValues(inquiry) : {};
};

const agencyValues = ({ directory }: Moment, agencyId: string | undefined, allowed: Allowed): FormValues => {
  const agency = directory.agencies.find(({ id }) => id === agencyId);
  return agency && allowed(agency.id, "registry.keep") ? filled({ name: agency.name, kind: agency.kind }) : {};
};

/**
 * What a form opens with: what somebody would otherwise have to type again. Reads only, and only what the person may read;
 * empty for anything else.
 */
export const createPrefill =
  (reader: Reader) =>
  async (form: string, token: string, conversation: ConversationRef, actor: UserRef): Promise<FormValues> => {
    const scene = await reader.sceneOfConversation(conversation);
    const action = scene && (await reader.action(scene.directory.government.id, token));
    if (!scene || !action || action.command !== commandOfForm(form)) return {};
    if (action.values.again !== undefined) return shownOf(form, action.values);
    if (action.command !== form) return {};
    const allowed = allowedTo(scene, actor);
    const { code, of } = action.values;
    if (form === "editagency") return agencyValues(scene, of, allowed);
    if (code !== undefined) return codedValues(reader, scene, form, code, allowed);
    // What holds for the whole government is no agency's.
    return allowed("", "settings.keep") ? ownRulesValues(scene.directory, action) : {};
  };
