import type { Catalogue } from "../../i18n/catalogue.js";
import type { InputName } from "../command.js";

/** A form of a command as it opens where that is about content, by its name in the catalogue. */
interface ContentForm {
  readonly name: keyof Catalogue["forms"];
  readonly inputs: readonly InputName[];
}

/** The commands that mean something else for content than for questions, and have forms with words of their own for it. */
export const contentForms: Readonly<Partial<Record<string, readonly ContentForm[]>>> = {
  reject: [{ name: "sendBack", inputs: ["reason"] }],
  close: [{ name: "withdraw", inputs: ["reason"] }],
  reopen: [{ name: "correct", inputs: ["reason"] }],
  posted: [
    { name: "postedOn", inputs: ["url", "account"] },
    { name: "postedContent", inputs: ["url"] },
  ],
};

/** The form of this command for content, the first it has, which also names and asks for its inputs; its own where it has no other. */
export const contentFormOf = (command: string): string => contentForms[command]?.[0]?.name ?? command;

/** The command whose form this is. */
export const commandOfForm = (form: string): string =>
  Object.entries(contentForms).find(([, forms]) => forms?.some(({ name }) => name === form))?.[0] ?? form;
