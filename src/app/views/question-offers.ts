import type { ClosedReason } from "../../domain/inquiry/model.js";
import type { FormInput } from "../../ports/chat/forms.js";
import type { ContentOf } from "../../ports/message-content.js";
import { homeAgencyOf } from "../registry/listed.js";
import { channelTo } from "./scenery.js";
import type { Scenery } from "./view.js";

/** Something that can be pressed instead of written. */
export interface Offer {
  readonly value: string;
  readonly label: string;
}

/** More choices than these are quicker written than found among buttons. */
export const mostPressed = 8;

/** Reasons that need no words beside them: a duplicate names the other case, and another reason is somebody's own. */
const plainReasons: readonly ClosedReason[] = ["noted", "spam", "abusive", "outside", "withdrawn", "deleted"];

type Question = ContentOf<"question">;

/** Agencies of the government first: most questions are theirs to answer. The asking one is no choice. */
const agenciesFor = (scenery: Scenery, { personId }: Question): readonly Offer[] => {
  const { directory, now } = scenery;
  const own =
    channelTo(scenery)?.agencyId ?? (personId === undefined ? undefined : homeAgencyOf(directory, personId, now));
  const others = directory.agencies.filter(({ id }) => id !== own);
  const sorted = [
    ...others.filter(({ kind }) => kind === "internal"),
    ...others.filter(({ kind }) => kind !== "internal"),
  ];
  return sorted.slice(0, mostPressed).map(({ code }) => ({ value: code, label: code.toUpperCase() }));
};

/** The likely answers to a question that is answered in words: each can be written as well, and any other. */
export const offersFor = (scenery: Scenery, declared: FormInput | undefined, question: Question): readonly Offer[] => {
  if (declared?.kind === "suggest" && declared.source === "agency") return agenciesFor(scenery, question);
  const { command, input, form = command } = question;
  if (command !== "close" || input !== "reason" || form !== command) return [];
  return plainReasons.map((value) => ({ value, label: scenery.words.choices[value] ?? value }));
};
