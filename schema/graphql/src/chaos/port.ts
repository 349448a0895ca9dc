export const chaosProfiles = ['CALM', 'STORM', 'FLAKY', 'CUSTOM'] as const;
export type ChaosProfile = (typeof chaosProfiles)[number];

export type ChaosShare = { outcome: string; percent: number };
export type ChaosOperation = { operation: string; shares: ChaosShare[] };
export type ChaosSettings = { profile: ChaosProfile; seed: string; operations: ChaosOperation[] };

/** What is absent stays as it is. */
export type ChaosChange = { profile?: ChaosProfile; seed?: string; operations?: ChaosOperation[] };

/** The outcomes of one operation's next calls for one order, one a call. */
export type ChaosPin = { orderId: string; operation: string; outcomes: string[] };

/** What the schema needs from the outside world to speak about faults. The gateway supplies it. */
export interface ChaosPort {
  settings(): Promise<ChaosSettings>;
  /** Rejects with `InvalidInput` for operations and outcomes that it does not know. */
  change(change: ChaosChange): Promise<ChaosSettings>;
  /** Rejects with `InvalidInput` likewise. */
  pin(pin: ChaosPin): Promise<ChaosSettings>;
}
