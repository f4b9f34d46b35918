import { isRefusal, type Refusal } from "../domain/refusal.js";
import type { Context } from "./context.js";
import { type Effects, refused } from "./effects.js";
import { findSubject } from "./resolve.js";

/** A refusal of what somebody tried on this code: kept in the history of what it is of, whether they may read that or not. */
export const refusedAbout = async (
  context: Context,
  what: string,
  refusal: Refusal,
  code: string | undefined,
): Promise<Effects> => {
  const found = code === undefined ? undefined : await findSubject(context, code);
  if (!found || isRefusal(found)) return refused(context, what, refusal);
  const about = found.kind === "case" ? { inquiryId: found.inquiry.id } : { proposalId: found.proposal.id };
  return refused(context, what, refusal, about);
};
