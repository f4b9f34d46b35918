import type { Case } from "../domain/inquiry/model.js";
import { currentAnswer } from "../domain/inquiry/queries.js";
import type { ConversationRef, UserRef } from "../ports/chat/refs.js";
import type { Reader } from "../ports/store.js";
import { type AccessAction, rightOf } from "./access.js";
import { type FormValues, filled, formValues } from "./content/form-values.js";
import { commandOfForm } from "./content/forms.js";
import { shownIn } from "./events/fixable.js";

/** What was filled in before, as far as the form shows it. */
const shownOf = (form: string, values: FormValues): FormValues => {
  const shown = shownIn(form);
  return Object.fromEntries(Object.entries(values).filter(([name]) => shown.has(name)));
};

const answerValues = (inquiry: Case): FormValues => filled({ text: currentAnswer(inquiry)?.text });

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
    const { code } = action.values;
    if (code === undefined || action.command !== form) return {};
    const { directory, now } = scene;
    const person = directory.people.find(({ identities }) =>
      identities.some(
        (each) => each.platform === actor.platform && each.workspace === actor.workspace && each.userId === actor.id,
      ),
    );
    const allowed = (agencyId: string, need: AccessAction): boolean => {
      const right = person && rightOf(directory, person.id, need, now);
      return right !== undefined && (right.any || right.agencyIds.includes(agencyId));
    };
    const governmentId = directory.government.id;
    if (form === "propose") {
      const proposal = await reader.proposalByCode(governmentId, code);
      return proposal && allowed(proposal.agencyId, "content.propose") ? formValues(scene, proposal) : {};
    }
    const inquiry = form === "answer" ? await reader.caseByCode(governmentId, code) : undefined;
    return inquiry && allowed(inquiry.agencyId, "case.answer") ? answerValues(inquiry) : {};
  };
