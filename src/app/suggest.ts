import type { Agency, Directory } from "../domain/registry/model.js";
import type { SuggestSource } from "../ports/chat/forms.js";
import type { ConversationRef, UserRef } from "../ports/chat/refs.js";
import type { Reader, Scene } from "../ports/store.js";
import { profileOf } from "../regulations/profiles.js";
import type { Profile } from "../regulations/schema.js";
import { appointmentsOf, rightOf } from "./access.js";
import { accountsOf, typedName } from "./content/accounts.js";
import { agencyOf, channelAt, personBy } from "./context.js";

/** Something to choose: what is typed for it, and how people call it. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** As many as Discord shows (https://docs.discord.com/developers/interactions/application-commands#autocomplete). */
const MOST = 25;

const byName = (
  { government }: Directory,
  items: Profile["contentCategories"]["items"] | Profile["contentCategories"]["lawfulBases"],
): readonly Suggestion[] => items.map(({ name }) => ({ value: name[government.locale], label: "" }));

const mediumName = ({ media }: Profile, medium: string): string =>
  media.find(({ code }) => code === medium)?.name ?? medium;

const casesOf = async (reader: Reader, { directory }: Scene, agency: Agency): Promise<readonly Suggestion[]> => {
  const { items } = await reader.queue(directory.government.id, agency.id, 0, MOST);
  return items.map(({ code, text }) => ({ value: code, label: text.replace(/\s+/g, " ").slice(0, 80) }));
};

const listOf = async (
  reader: Reader,
  scene: Scene,
  source: SuggestSource,
  agency: Agency,
): Promise<readonly Suggestion[]> => {
  const { directory, now } = scene;
  const profile = profileOf(directory.government.profile);
  switch (source) {
    case "agency":
      return directory.agencies.map(({ code, name }) => ({ value: code, label: name }));
    case "account":
      return accountsOf(directory, agency.id, now).map((account) => ({
        value: typedName(account),
        label: mediumName(profile, account.medium),
      }));
    case "category":
      return byName(directory, profile.contentCategories.items);
    case "basis":
      return byName(directory, profile.contentCategories.lawfulBases);
    case "case":
      return casesOf(reader, scene, agency);
  }
};

/**
 * What an input may be, in the chat somebody types in: the government's agencies, categories and other bases, and the
 * chat's own accounts and open cases, those only for who may read them. Reads only; empty for people without a role and in
 * chats nobody bound.
 */
export const createSuggest =
  (reader: Reader) =>
  async (
    source: SuggestSource,
    text: string,
    conversation: ConversationRef,
    actor: UserRef,
  ): Promise<readonly Suggestion[]> => {
    const scene = await reader.sceneOfConversation(conversation);
    const channel = scene && channelAt(scene.directory, conversation);
    const person = scene && personBy(scene.directory, actor);
    if (!scene || !channel || !person) return [];
    if (appointmentsOf(scene.directory, person.id, scene.now).length === 0) return [];
    const right = rightOf(scene.directory, person.id, "case.read", scene.now);
    if (source === "case" && !right.any && !right.agencyIds.includes(channel.agencyId)) return [];
    const words = text.trim().toLowerCase();
    const found = await listOf(reader, scene, source, agencyOf(scene.directory, channel.agencyId));
    return found.filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(words)).slice(0, MOST);
  };
