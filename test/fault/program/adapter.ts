import { simulatorCapabilities } from "../../../adapters/simulator/capabilities.js";
import type { AdapterHealth, ChatAdapter } from "../../../src/ports/chat/adapter.js";
import type { Capabilities } from "../../../src/ports/chat/capabilities.js";
import type { DeliveryReceipt } from "../../../src/ports/chat/outbound.js";
import { openNoFile } from "../../support/no-files.js";
import { paceOf } from "../platform/pace.js";
import { type Mode, NONCE_WINDOW_MS } from "../platform/protocol.js";
import { type Caller, call } from "./call.js";
import { type Intake, openIntake } from "./intake.js";

/** What kind of platform it is. `pace`: messages a second to one chat and to all, "10:30"; the simulator's own if undefined. */
interface Kind {
  readonly mode: Mode;
  readonly pace: string | undefined;
}

const capabilitiesOf = ({ mode, pace }: Kind): Capabilities => ({
  ...simulatorCapabilities,
  ...(pace === undefined ? {} : { pace: paceOf(pace) }),
  dedupe: mode === "none" ? "none" : { by: "nonce", windowMs: NONCE_WINDOW_MS },
});

/** The adapter of the stand-in platform that listens on the port, for the process `name`. */
export function createSocketAdapter({ port, name, ...kind }: Kind & Caller): ChatAdapter {
  let intake: Intake | undefined;
  let health: AdapterHealth = { state: "stopped", since: new Date() };
  return {
    platform: "simulator",
    capabilities: capabilitiesOf(kind),
    async start({ inbox, clock }) {
      if (intake !== undefined) throw new Error("the adapter was started twice");
      intake = openIntake(port, inbox);
      health = { state: "online", since: clock.now() };
    },
    async stop() {
      await intake?.close();
    },
    openFile: openNoFile,
    health: () => health,
    async deliver(delivery, signal): Promise<DeliveryReceipt> {
      const { id } = await call({ port, name }, delivery, signal);
      const { op } = delivery;
      if (op.kind !== "post" && op.kind !== "edit") return {};
      const { workspace, channel } = op.kind === "post" ? op.to.conversation : op.target;
      return { message: { platform: "simulator", workspace, channel, id } };
    },
  };
}
