import type { Logger } from "../../src/ports/logger.js";

/** A logger for tests that do not look at the log. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLogger };
