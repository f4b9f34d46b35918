/** What somebody tried who was refused, as the history tells it: after "tried to". By the name of the command. */
export const tried: Readonly<Record<string, string>> = {
  forward: "forward it",
  answer: "answer it",
  propose: "change the proposal",
  posted: "record it as posted",
  return: "return the forward",
  approve: "approve it",
  reject: "request changes",
  close: "close it",
  reopen: "reopen it",
  status: "see its state",
  history: "see its history",
  draft: "draft the answer",
  take: "take it up",
  aware: "acknowledge it",
  hold: "hold the text",
  undo: "undo a decision",
  use: "make a reply the answer",
  keep: "keep a note",
  copy: "copy the text",
  reply: "reply to its card",
  reaction: "approve it by a reaction",
  reactionReject: "request changes by a reaction",
  submit: "submit it to the official",
  discard: "discard the edit",
  enough: "record it as posted for good",
};

/** The same of content, where a command means something else. */
export const triedOnContent: Readonly<Record<string, string>> = {
  reject: "return the proposal",
  close: "withdraw the proposal",
  reopen: "correct it",
  reactionReject: "return the proposal by a reaction",
};
