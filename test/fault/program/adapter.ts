import { simulatorCapabilities } from "../../../adapters/simulator/capabilities.js";
import type { AdapterHealth, ChatAdapter } from "../../../src/ports/chat/adapter.js";
import type { Capabilities } from "../../../src/ports/chat/capabilities.js";
import type { DeliveryReceipt } from "../../../src/ports/chat/outbound.js";
import { type Mode, NONCE_WINDOW_MS } from "../platform/protocol.js";
import { call } from "./call.js";
import { type Intake, openIntake } from "./intake.js";

const capabilitiesOf = (mode: Mode): Capabilities => ({
  ...simulatorCapabilities,
  dedupe: mode === "none" ? "none" : { by: "nonce", windowMs: NONCE_WINDOW_MS },
});

/** The adapter of the stand-in platform that listens on the port. */
export function createSocketAdapter(port: number, mode: Mode): ChatAdapter {
  let intake: Intake | undefined;
  let health: AdapterHealth = { state: "stopped", since: new Date() };
  return {
    platform: "simulator",
    capabilities: capabilitiesOf(mode),
    async start({ inbox, clock }) {
      if (intake !== undefined) throw new Error("the adapter was started twice");
      intake = openIntake(port, inbox);
      health = { state: "online", since: clock.now() };
    },
    async stop() {
      await intake?.close();
    },
    health: () => health,
    async deliver(delivery, signal): Promise<DeliveryReceipt> {
      const { id } = await call(port, delivery, signal);
      const { op } = delivery;
      if (op.kind !== "post" && op.kind !== "edit") return {};
      const { workspace, channel } = op.kind === "post" ? op.to.conversation : op.target;
      return { message: { platform: "simulator", workspace, channel, id } };
    },
  };
}
