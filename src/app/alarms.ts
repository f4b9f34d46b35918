import type { Case } from "../domain/inquiry/model.js";
import type { NewsCode } from "../domain/notice.js";
import type { Directory } from "../domain/registry/model.js";
import type { Duty, OutboxDraft } from "../ports/store.js";
import { homeCardKey } from "./cards.js";
import { agencyOf, channelOf, communicationsAgencyId, conversationOf } from "./context.js";
import { waiting } from "./news.js";

const codeOf = (duty: Duty, why: "noChannel" | "undeliverable"): NewsCode =>
  duty.kind === "forward" ? why : "gateUndeliverable";

/**
 * Tells the officer who forwarded, and the communications office, that something a clock or a gate waits for could not be
 * delivered (docs/semantics.md, "Clocks that start with a delivery"). The clock has not started and the gate stays shut.
 */
export const alarmsOf = (
  directory: Directory,
  inquiry: Case,
  duties: readonly Duty[],
  why: "noChannel" | "undeliverable",
): readonly OutboxDraft[] =>
  duties.flatMap((duty, index) => {
    const forward = duty.kind === "forward" ? inquiry.forwards.find((each) => each.id === duty.forwardId) : undefined;
    const agency = agencyOf(directory, forward?.agencyId ?? inquiry.agencyId);
    const home = channelOf(directory, inquiry.agencyId, "work");
    const office = communicationsAgencyId(directory);
    const central = office === undefined ? undefined : channelOf(directory, office, "work");
    // Whoever forwarded is mentioned where they work; the holder's chat has its own officers.
    const called = forward ? waiting(directory, inquiry, forward.forwardedBy, inquiry.updatedAt) : [];
    const isOffices = forward !== undefined && forward.fromAgencyId === office;
    const places = [
      { channel: home, replyTo: { card: homeCardKey(inquiry.id) }, mention: called },
      {
        channel: central?.id === home?.id ? undefined : central,
        replyTo: undefined,
        mention: isOffices ? [forward.forwardedBy] : [],
      },
    ];
    return places.flatMap(({ channel, replyTo, mention }, place): readonly OutboxDraft[] =>
      channel
        ? [
            {
              step: `alarm:${index}:${place}`,
              to: conversationOf(channel),
              ...(replyTo ? { replyTo } : {}),
              content: {
                kind: "notice",
                code: codeOf(duty, why),
                values: { agency: agency.name },
                inquiryId: inquiry.id,
                ...(mention.length > 0 ? { mention } : {}),
              },
              whenUnknown: "repeat",
            },
          ]
        : [],
    );
  });
