export { createSimulatorAdapter } from "./adapter.js";
