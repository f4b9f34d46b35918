import type { Directory } from "../../domain/registry/model.js";
import { actionsOf, grantOf } from "../access.js";
import { typedCommand } from "../commands.js";

/** Whether one of these roles has the right a typed command needs in this government, anywhere. */
export const mayUse = (directory: Directory, command: string, roles: readonly string[]): boolean => {
  const found = typedCommand(command);
  if (!found) return false;
  const granted = actionsOf(found.access).flatMap((action) => Object.keys(grantOf(directory, action)));
  return roles.some((role) => granted.includes(role));
};
