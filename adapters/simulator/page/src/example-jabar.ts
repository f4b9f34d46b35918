import { signal } from "@preact/signals";
import { quiet, tell } from "./api.js";
import { load } from "./live.js";
import { channelBy, openGovernment, showSideBySide } from "./navigate.js";
import { channelOf, coachShown, focused, government, logOf, notice, usualPerson, words } from "./state.js";

export const preparing = signal(false);

const CODE = /\b[A-Z]{2,10}-\d\d-\d{4,}\b/;

const prepare = async (work: string, approval: string): Promise<void> => {
  const channel = channelOf(work);
  if (!channel) return;
  const as = usualPerson(channel);
  await tell({ type: "command", as, channel: work, text: `/inquiry ${words.value.exampleInquiry}` });
  await quiet();
  await load(work);
  const card = logOf(work).value.findLast(({ from, buttons }) => from === "bot" && buttons.length > 0);
  const code = CODE.exec(card?.text ?? "")?.[0];
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
    if (government.value !== "jabar") await openGovernment("jabar");
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
