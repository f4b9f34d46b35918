import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
import { homeAgencyOf } from "../registry/listed.js";

/** "Sudah saya baca": the person read the ethics and duties of the profile (kobar-2017 Pasal 13 and 14, klaten-2020 Pasal 15, jabar-2019 Pasal 9 and 10). */
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
    return {
      registry: { people: [{ ...person, ethicsReadAt: now }] },
      history: [{ subjectId: personId, at: now, actor: personId, kind: "ethicsRead", content: { personId, agencyId } }],
      drafts: [done],
    };
  },
});
