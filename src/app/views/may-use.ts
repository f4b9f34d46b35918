import { accessTable, actionsOf } from "../access.js";
import { typedCommand } from "../commands.js";

/** Whether one of these roles has the right a typed command needs, anywhere. */
export const mayUse = (command: string, roles: readonly string[]): boolean => {
  const found = typedCommand(command);
  if (!found) return false;
  const granted = actionsOf(found.access).flatMap((action) => Object.keys(accessTable[action]));
  return roles.some((role) => granted.includes(role));
};
