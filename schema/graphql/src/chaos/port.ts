import type { Page, PageArgs } from '../page/port.ts';

export const chaosProfiles = ['CALM', 'STORM', 'FLAKY', 'CUSTOM'] as const;
export type ChaosProfile = (typeof chaosProfiles)[number];

export type ChaosShare = { outcome: string; percent: number };
export type ChaosOperation = { operation: string; shares: ChaosShare[] };
/** `outcomes`: all outcomes that the operation supports. */
export type DescribedOperation = ChaosOperation & { outcomes: string[] };
export type ChaosSettings = {
  profile: ChaosProfile;
  seed: string;
  operations: DescribedOperation[];
  pins: ChaosPin[];
  /** Whether fault injection is enabled. */
  enabled: boolean;
};

/** The outcome of one call to a provider. `orderId` is null for a call without an owner. */
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

/** Omitted fields keep their values. */
export type ChaosChange = { profile?: ChaosProfile; seed?: string; operations?: ChaosOperation[] };

/** The outcomes of one operation's next calls for one order, one per call. */
export type ChaosPin = { orderId: string; operation: string; outcomes: string[] };

/** The port of fault injection, implemented by the gateway. */
export interface ChaosPort {
  settings(): Promise<ChaosSettings>;
  /** Rejects with `InvalidInput` for operations and outcomes that it does not know. */
  change(change: ChaosChange): Promise<ChaosSettings>;
  /** Rejects with `InvalidInput` likewise. */
  pin(pin: ChaosPin): Promise<ChaosSettings>;
  /**
   * Back to the calm profile, without pins. Every change rejects with an `InvalidInput` that names no field if fault
   * injection is disabled.
   */
  reset(): Promise<ChaosSettings>;
  /** Newest first; empty if fault injection is disabled. Rejects with `badUserInput` for an unknown cursor. */
  log(query: ChaosLogQuery): Promise<Page<ChaosLogEntry>>;
  /**
   * Every entry once and in order, after a cursor or from now on; never ends. Throws `badUserInput` synchronously, not
   * while iterating.
   */
  follow(orderId: string | null, after: string | null): AsyncIterable<ChaosLogEntry>;
}
