import { expect, it } from "vitest";
import { isMeant } from "../../src/setup/wizard/is-meant.js";
import { createPrompts } from "../../src/setup/wizard/prompts.js";
import { createFakeTerminal, keys } from "../support/fake-terminal.js";

const asking = () => {
  const terminal = createFakeTerminal();
  const prompts = createPrompts({ ...terminal, signal: new AbortController().signal });
  return { terminal, meant: isMeant(prompts, "UJI", "id") };
};

it("a trial is removed once its letters were typed again, and by no other answer", async () => {
  const { terminal, meant } = asking();
  await terminal.answer(/Ketik hurufnya sekali lagi/, `ya${keys.enter}`);
  await terminal.answer(/Itu bukan UJI/, `${keys.clear}${keys.enter}`);
  await terminal.answer(/Itu bukan UJI/, `uji${keys.enter}`);
  expect(await meant).toBe(true);
});

it("who leaves instead removes nothing", async () => {
  const { terminal, meant } = asking();
  await terminal.answer(/Ketik hurufnya sekali lagi/, `UJI${keys.ctrlC}`);
  expect(await meant).toBe(false);
  expect(terminal.seen()).toContain("Tidak ada yang dihapus");
});
