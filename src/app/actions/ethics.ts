import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
import { homeAgencyOf } from "../registry/listed.js";
import { toRead } from "../registry/to-read.js";

/** "Sudah saya baca": the person read the ethics and duties of the profile that joining showed; the history keeps which articles. */
export const ethicsAction = defineCommand({
  name: "ethics",
  inputs: {},
  access: "registered",
  async run(context) {
    const { person, now } = context;
    const personId = person.id;
    const agencyId = homeAgencyOf(context.directory, personId, now) ?? context.agency.id;
    const done = whisper(context, "done", { kind: "notice", code: "ethicsRead", values: {} });
    if (person.ethicsReadAt) return { drafts: [done] };
    const articles = toRead(context.profile)
      .map(({ citation }) => citation)
      .join("; ");
    const content = { personId, agencyId, articles };
    return {
      registry: { people: [{ ...person, ethicsReadAt: now }] },
      history: [{ subjectId: personId, at: now, actor: personId, kind: "ethicsRead", content }],
      drafts: [done],
    };
  },
});
