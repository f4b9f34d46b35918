import type { greeting as shape } from "../id/greeting.js";

export const greeting: typeof shape = {
  joined:
    "Hello, I am Tanggap: I help to log, forward and answer what citizens write. " +
    "To connect this group with your agency, type /setup followed by the code from your admin. " +
    "I keep only commands, replies to me and mentions of me, and buttons and reactions on my messages. " +
    "Nothing else that is said in this group is kept.",
  needsAdmin:
    "To let me see the reactions 👍 and 👎, make me an administrator of the group. Without that everything still works by buttons and commands.",
};
