import type { Page, PageArgs } from '../page/port.ts';

export const chaosProfiles = ['CALM', 'STORM', 'FLAKY', 'CUSTOM'] as const;
export type ChaosProfile = (typeof chaosProfiles)[number];

export type ChaosShare = { outcome: string; percent: number };
export type ChaosOperation = { operation: string; shares: ChaosShare[] };
/** `outcomes`: all that the operation can be made to do. */
export type DescribedOperation = ChaosOperation & { outcomes: string[] };
export type ChaosSettings = {
  profile: ChaosProfile;
  seed: string;
  operations: DescribedOperation[];
  pins: ChaosPin[];
  /** Whether any of it can be changed. */
  enabled: boolean;
};

/** What became of one call to a provider. `orderId` is null for a call on nobody's behalf. */
export type ChaosLogEntry = {
  cursor: string;
  at: string;
  orderId: string | null;
  operation: string;
  attempt: number;
  outcome: string;
  pinned: boolean;
};
export type ChaosLogQuery = PageArgs & { orderId?: string; operation?: string };

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
  /** Calm again, without pins. Each change rejects with `InvalidInput` for no field where fault injection is not enabled. */
  reset(): Promise<ChaosSettings>;
  /** Newest first; empty where fault injection is not enabled. Rejects with `badUserInput` for a cursor that it did not make. */
  log(query: ChaosLogQuery): Promise<Page<ChaosLogEntry>>;
  /** Every entry after a cursor once, in order, or from now on; never ends. Throws `badUserInput` at once, not while iterating. */
  follow(orderId: string | null, after: string | null): AsyncIterable<ChaosLogEntry>;
}
