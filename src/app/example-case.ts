import { exampleCase } from "../i18n/example-case.js";

/** Something a person of the example governments does in the simulator, as its API takes it. */
export interface ExampleStep {
  readonly eventId: string;
  readonly as: string;
  readonly channel: string;
  readonly type: "command";
  readonly text: string;
}

/** How long before the deadline the example case is found, in minutes (README.md, "A tour of five minutes"). */
const minutesLeft = 65;

/** The clock of a forward under Perbup Kotawaringin Barat 20/2017, Lamp. B angka 4, in minutes. */
const clockMinutes = 24 * 60;

/** How far the clock moves on after the steps were played, in minutes. */
export const exampleLeadMinutes = clockMinutes - minutesLeft;

/**
 * A question logged and forwarded the day before, so that a newcomer meets a living case and not an empty chat. Every step
 * has a fixed event id: playing them again after a crash changes nothing.
 */
export const exampleSteps: readonly ExampleStep[] = [
  {
    eventId: "example-case:inquiry",
    as: "kobar-pupr-officer",
    channel: "kobar-pupr-work",
    type: "command",
    text: `/inquiry ${exampleCase.inquiry} account=@pupr.contoh from=@warga.contoh kind=question theme="${exampleCase.theme}"`,
  },
  {
    eventId: "example-case:forward",
    as: "kobar-pupr-officer",
    channel: "kobar-pupr-work",
    type: "command",
    text: `/forward 1 dishub note="${exampleCase.note}"`,
  },
];
