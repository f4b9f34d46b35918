/** Content that was found by words. */
export interface FoundContent {
  readonly proposalId: string;
  readonly code: string;
  readonly status: string;
  readonly theme: string;
  readonly agencyId: string;
}

/** Content by what it was posted as. */
export interface PostedContent {
  /** Whichever proposal of the government this address is recorded for, on any account. */
  proposalPostedAt(
    governmentId: string,
    url: string,
  ): Promise<{ readonly id: string; readonly code: string } | undefined>;
}

/** Which content a list is about: what is wanted or was posted on days of this span, and where `open` all that is not done. */
export interface ContentSpan {
  /** ISO dates in the government's zone; `to` is the first day after them. */
  readonly from: string;
  readonly to: string;
  readonly open: boolean;
}

/** One line of a list of content. A proposal may have several: it waits, and it is wanted on a day. */
export interface ContentLine {
  /** "waiting": before the officials. "draft": to be written on. "ready": not posted on all accounts. The others: on `day`. */
  readonly section: "waiting" | "draft" | "ready" | "wanted" | "posted";
  readonly day?: string;
  /** Since when it waits or is ready (its newest version), or when it was begun; when it was posted. */
  readonly at: Date;
  readonly proposalId: string;
  readonly code: string;
  readonly status: string;
  readonly theme: string;
  /** Ready: those that are left. Posted: the one it was posted on. */
  readonly accountIds: readonly string[];
  readonly url?: string;
  /** Posted: what stands there is a correction. */
  readonly corrects?: true;
}

/** How much of an agency's content waits for the officials, was returned by them, and is ready to be posted. */
export interface ContentCounts {
  readonly waiting: number;
  readonly returned: number;
  readonly ready: number;
}
