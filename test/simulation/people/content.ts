import type { Proposal } from "../../../src/domain/proposal/model.js";
import { accountsLeft } from "../../../src/domain/proposal/queries.js";
import type { Directory } from "../../../src/domain/registry/model.js";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import type { World } from "../world.js";
import type { Hands } from "./hands.js";

const LIVING = 5;

/** What people do about content: they propose, decide, edit, post, correct and withdraw. */
export const createContentPeople = ({ random, store, ids }: World, hands: Hands) => {
  const { tables } = store;
  const { officer, official, say, type, react, press, pressAny, shown } = hands;

  const proposed = (directory: Directory): ChatEvent => {
    const agencyId = random.pick(directory.agencies.slice(0, 3))?.id ?? "";
    const source = random.chance(0.7) ? ' source="surat edaran"' : "";
    const known = random.pick(
      [...tables.cases.values()].filter((each) => each.governmentId === directory.government.id),
    );
    const cases = known && random.chance(0.4) ? ` cases=${known.inquiry.code}` : "";
    const text = `${say(directory)} theme="${say(directory)}" category=activities hashtags=Layanan${source}${cases}`;
    return type(officer(directory, agencyId), "propose", text);
  };
  /** Somebody of the agency presses some button of the proposal's card. */
  const onCard = (directory: Directory, { id, agencyId }: Proposal): ChatEvent | undefined => {
    const card = shown(({ content }) => content.kind === "proposal-card" && content.proposalId === id);
    const button = card && random.pick(card.buttons);
    return card && button && press(directory, officer(directory, agencyId), card, button);
  };
  const decided = (directory: Directory, { agencyId, code, gate }: Proposal): ChatEvent | undefined => {
    const who = official(directory, agencyId);
    const card = shown(({ content }) => content.kind === "proposal-approval" && content.versionId === gate?.textId);
    if (card && random.chance(0.4)) return react(who, card.ref);
    if (random.chance(0.3)) return type(who, "reject", `${code} ${say(directory)}`);
    return type(who, "approve", code);
  };
  const posted = (directory: Directory, proposal: Proposal): ChatEvent => {
    const account = directory.accounts.find(({ id }) => id === random.pick(accountsLeft(proposal)));
    const named = account ? ` account=${account.medium}` : "";
    return type(
      officer(directory, proposal.agencyId),
      "posted",
      `${proposal.code} https://contoh.go.id/${ids()}${named}`,
    );
  };
  const next = (directory: Directory, proposal: Proposal): ChatEvent | undefined => {
    const { status, code, agencyId } = proposal;
    const who = officer(directory, agencyId);
    return random.weighted<() => ChatEvent | undefined>([
      [status === "submitted" ? 8 : 0.5, () => decided(directory, proposal)],
      [status === "ready" ? 6 : 0.5, () => posted(directory, proposal)],
      [6, () => onCard(directory, proposal)],
      [status === "published" ? 1 : 0.1, () => type(who, "reopen", `${code} ${say(directory)}`)],
      [0.2, () => type(who, "close", `${code} ${say(directory)}`)],
      [1, () => pressAny(directory, official(directory, agencyId))],
      [0.5, () => type(who, "status", code)],
    ])?.();
  };
  return {
    act(directory: Directory): ChatEvent | undefined {
      const known = [...tables.proposals.values()].filter((each) => each.governmentId === directory.government.id);
      const living = known.filter(({ proposal }) => proposal.status !== "withdrawn").slice(-LIVING);
      const one = random.pick(living);
      return !one || random.chance(0.2) ? proposed(directory) : next(directory, one.proposal);
    },
  };
};
