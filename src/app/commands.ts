import { acceptAction } from "./actions/accept.js";
import { articleAction } from "./actions/article.js";
import { awareAction } from "./actions/aware.js";
import { copyAction } from "./actions/copy.js";
import { discardAction } from "./actions/discard.js";
import { draftAction } from "./actions/draft.js";
import { editAgencyAction } from "./actions/edit-agency.js";
import { endAccountAction } from "./actions/end-account.js";
import { endActingAction } from "./actions/end-acting.js";
import { endRoleAction } from "./actions/end-role.js";
import { endSopAction } from "./actions/end-sop.js";
import { enoughAction } from "./actions/enough.js";
import { ethicsAction } from "./actions/ethics.js";
import { holdAction } from "./actions/hold.js";
import { keepAction } from "./actions/keep.js";
import { linkAction } from "./actions/link.js";
import { recallAction } from "./actions/recall.js";
import { renewAction } from "./actions/renew.js";
import { submitAction } from "./actions/submit.js";
import { takeAction } from "./actions/take.js";
import { unbindAction } from "./actions/unbind.js";
import { undoAction } from "./actions/undo.js";
import { unlinkAction } from "./actions/unlink.js";
import { useAction } from "./actions/use.js";
import type { Command } from "./command.js";
import { accessCommand } from "./commands/access.js";
import { accountCommand } from "./commands/account.js";
import { actingCommand } from "./commands/acting.js";
import { agencyCommand } from "./commands/agency.js";
import { answerCommand } from "./commands/answer.js";
import { approveCommand } from "./commands/approve.js";
import { cancelCommand } from "./commands/cancel.js";
import { channelCommand } from "./commands/channel.js";
import { closeCommand } from "./commands/close.js";
import { findCommand } from "./commands/find.js";
import { forwardCommand } from "./commands/forward.js";
import { helpCommand } from "./commands/help.js";
import { historyCommand } from "./commands/history.js";
import { inquiryCommand } from "./commands/inquiry.js";
import { joinCommand } from "./commands/join.js";
import { memberCommand } from "./commands/member.js";
import { postedCommand } from "./commands/posted.js";
import { proposeCommand } from "./commands/propose.js";
import { queueCommand } from "./commands/queue.js";
import { rejectCommand } from "./commands/reject.js";
import { reopenCommand } from "./commands/reopen.js";
import { returnCommand } from "./commands/return.js";
import { rulesCommand } from "./commands/rules.js";
import { settingsCommand } from "./commands/settings.js";
import { setupCommand } from "./commands/setup.js";
import { sopCommand } from "./commands/sop.js";
import { statusCommand } from "./commands/status.js";

/** What people type, in the order help lists it. */
export const typedCommands: readonly Command[] = [
  inquiryCommand,
  forwardCommand,
  answerCommand,
  proposeCommand,
  postedCommand,
  returnCommand,
  approveCommand,
  rejectCommand,
  closeCommand,
  reopenCommand,
  statusCommand,
  queueCommand,
  findCommand,
  historyCommand,
  accountCommand,
  actingCommand,
  agencyCommand,
  channelCommand,
  memberCommand,
  joinCommand,
  setupCommand,
  settingsCommand,
  accessCommand,
  sopCommand,
  rulesCommand,
  helpCommand,
  cancelCommand,
];

/** What only buttons do. */
export const buttonActions: readonly Command[] = [
  draftAction,
  takeAction,
  submitAction,
  discardAction,
  enoughAction,
  awareAction,
  holdAction,
  undoAction,
  useAction,
  keepAction,
  copyAction,
  articleAction,
  endAccountAction,
  endActingAction,
  endSopAction,
  ethicsAction,
  editAgencyAction,
  unbindAction,
  endRoleAction,
  renewAction,
  linkAction,
  unlinkAction,
  recallAction,
  acceptAction,
];

/** A typed command by its name or one of its aliases. */
export const typedCommand = (name: string): Command | undefined =>
  typedCommands.find((command) => command.name === name || command.aliases.includes(name));

/** What a stored token or a form names. */
export const commandNamed = (name: string): Command | undefined =>
  [...typedCommands, ...buttonActions].find((command) => command.name === name);
