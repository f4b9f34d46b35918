import { computed, signal } from "@preact/signals";
import { quiet, tell } from "./api.js";
import { caseCodesIn } from "./case-codes.js";
import { load } from "./live.js";
import { lastId } from "./message-log.js";
import { changeGovernment, channelBy, showSideBySide } from "./navigate.js";
import { channelOf, coachShown, focused, government, logOf, notice, usualPerson, words, world } from "./state.js";

const HOME = "jabar";

/** Whether there is what the example needs. */
export const hasExample = computed(() => world.value?.governments.some(({ id }) => id === HOME) ?? false);

export const preparing = signal(false);

/** The card of the question just asked: newer than what was there, and with its words. */
const cardAfter = (channel: string, before: number) =>
  logOf(channel).value.findLast(
    ({ id, from, text, buttons }) =>
      Number(id) > before && from === "bot" && buttons.length > 0 && text.includes(words.value.exampleInquiry),
  );

const prepare = async (work: string, approval: string): Promise<void> => {
  const channel = channelOf(work);
  if (!channel) return;
  const as = usualPerson(channel);
  await load(work);
  const before = lastId(logOf(work).value);
  await tell({ type: "command", as, channel: work, text: `/inquiry ${words.value.exampleInquiry}` });
  await quiet();
  await load(work);
  const code = caseCodesIn(cardAfter(work, before)?.text ?? "")[0];
  if (code === undefined) throw new Error("no case was opened");
  await tell({ type: "command", as, channel: work, text: `/answer ${code} ${words.value.exampleAnswer}` });
  await quiet();
  await load(approval);
};

/** Goes to Jawa Barat with a text that waits for one 👍 of the official. */
export const tryJabar = async (): Promise<void> => {
  if (preparing.value) return;
  preparing.value = true;
  coachShown.value = false;
  try {
    if (government.value !== HOME) changeGovernment(HOME);
    const work = channelBy("dinkes", "work");
    const approval = channelBy("dinkes", "approval");
    showSideBySide([work, approval]);
    if (work === undefined || approval === undefined) throw new Error("no such channels");
    await prepare(work, approval);
    focused.value = 1;
    notice.value = { kind: "text", text: words.value.exampleReady };
  } catch {
    notice.value = { kind: "text", text: words.value.exampleFailed };
  } finally {
    preparing.value = false;
  }
};
