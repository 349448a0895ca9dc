import { type RunEntry, runAsStarted, type StartedRun } from '@waybill/contracts/domain';
import type { RunSnapshot } from '../src/index.ts';
import { home, usd } from './an-order.ts';

const started = {
  startedBy: 'ada',
  startedByStaff: false,
  startedAt: '2026-01-02T03:04:05.000Z',
  correlationId: 'c-1',
  fingerprint: 'f-1',
};

const contents: Record<RunSnapshot['kind'], object> = {
  USER_CONTEXT: { runId: 'RUN-1', userId: 'ada', strategy: 'PARALLEL' },
  PAYMENT: { runId: 'RUN-1', orderId: 'ORD-1', customerId: 'ada', amount: usd(2500), cancellableForMs: null },
  GREETING: { runId: 'RUN-1', name: 'Ada' },
  STANDING_ORDER: {
    runId: 'STO-1',
    every: 'PT1H',
    everyMs: 3_600_000,
    firstAt: '2026-01-02T03:04:05.000Z',
    times: 3,
    template: {
      customerId: 'ada',
      customerEmail: 'ada@example.com',
      currencyCode: 'USD',
      shippingAddress: home,
      items: [{ sku: 'MUG', quantity: 2, price: null }],
      requiresApproval: false,
      approvalTimeoutMs: 120_000,
      autoApproveAfterMs: null,
      plan: 'AUTHORIZE_FIRST',
    },
  },
};

/** Ada's run, just started. */
export const aRun = (kind: RunSnapshot['kind'] = 'GREETING', over: Partial<RunSnapshot> = {}): RunSnapshot =>
  ({
    ...runAsStarted({ ...started, kind, ...contents[kind] } as StartedRun),
    asOf: '2026-01-02T03:05:05.000Z',
    running: null,
    temporalUi: 'http://temporal.test/run-RUN-1',
    ...over,
  }) as RunSnapshot;

export const aRunEntry = (seq: number): RunEntry => ({
  seq,
  type: 'STEP_STARTED',
  at: '2026-01-02T03:04:05.000Z',
  actor: null,
  step: 'GREET',
  detail: null,
});
