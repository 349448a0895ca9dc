import type { RunCommandName, StartedStandingOrder } from '@waybill/contracts/domain';

export const minuteMs = 60_000;
const startMs = Date.parse('2026-01-02T03:04:05.000Z');
export const runId = 'STO-1';

export type Told = Exclude<RunCommandName, 'refund' | 'cancel' | 'stop'>;

/** What happens to a standing order, and when, in minutes from its start. */
export type StandingSchedule = {
  times: number | null;
  stopsAt: number | null;
  commands: { at: number; name: Told }[];
  restarts: number[];
  /** For so many minutes, no worker is there. */
  absences: { at: number; forMinutes: number }[];
  /** The engine's clock jumps by so many minutes. */
  jumps: { at: number; byMinutes: number }[];
  /** A share of the calls to the engine whose reply is lost, and of catalogues that cannot be had. */
  faults: number;
  /** A share of the periods whose order id somebody else has taken; for every other of these, its reserved id too. */
  taken: number;
  seed: number;
};

export const undisturbed: StandingSchedule = {
  times: null,
  stopsAt: null,
  commands: [],
  restarts: [],
  absences: [],
  jumps: [],
  faults: 0,
  taken: 0,
  seed: 5,
};

/** A standing order of one minute. */
export const started: StartedStandingOrder = {
  runId,
  kind: 'STANDING_ORDER',
  startedBy: 'ada',
  startedByStaff: false,
  fingerprint: 'f',
  startedAt: new Date(startMs).toISOString(),
  correlationId: 'cor-1',
  limits: { commands: 100_000 },
  every: 'PT1M',
  everyMs: minuteMs,
  firstAt: new Date(startMs + minuteMs).toISOString(),
  times: null,
  template: {
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    currencyCode: 'USD',
    plan: 'AUTHORIZE_FIRST',
    items: [{ sku: 'MUG', quantity: 1, price: null }],
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1', country: 'GB' },
    requiresApproval: false,
    approvalTimeoutMs: 120_000,
    autoApproveAfterMs: null,
  },
};
