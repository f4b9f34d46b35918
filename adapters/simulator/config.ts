/** A chat's or person's name may have so many characters (code points): what the core shows of a name too. */
export const maxNameChars = 60;

/** What can be set about the simulator's HTTP side. No person sets these; tests shorten them. */
export interface SimulatorSettings {
  /** Largest body of a request, in bytes; a larger one is refused with 413. */
  readonly maxBodyBytes: number;
  /** Silence after which the stream sends a comment, so that proxies keep it open and a dead peer is noticed. */
  readonly heartbeatMs: number;
  /** The stream looks by itself this often: for changes another process made and after the database was away. */
  readonly pollMs: number;
  /** Longest wait of `/idle`. */
  readonly maxIdleMs: number;
  /** How many event ids are remembered in memory as completely done. */
  readonly rememberedEvents: number;
}

/** The settings the program runs with. */
export const defaultSettings: SimulatorSettings = {
  maxBodyBytes: 1024 * 1024,
  heartbeatMs: 15_000,
  pollMs: 2_000,
  maxIdleMs: 120_000,
  rememberedEvents: 10_000,
};
