import type { Client } from '@temporalio/client';
import { refund, runWorkflows } from '@waybill/contracts/domain';
import { createRuns, type RunToStart } from '@waybill/orders-client';

type Content<Run = RunToStart> = Run extends RunToStart
  ? Omit<Run, keyof typeof origin | 'runId' | 'startedAt'>
  : never;

const origin = { startedBy: 'ada', startedByStaff: false, correlationId: 'bench' };
const amount = { amountMinor: 1299, currencyCode: 'USD' };

/** One run of each kind: a standing order of one placement. */
const contents = (): Content[] => [
  { kind: 'USER_CONTEXT', userId: 'ada', strategy: 'PARALLEL' },
  { kind: 'PAYMENT', orderId: 'BENCH-SHOP', customerId: 'ada', amount, cancellableForMs: null },
  { kind: 'GREETING', name: 'Ada' },
  {
    kind: 'STANDING_ORDER',
    every: 'PT1M',
    everyMs: 60_000,
    firstAt: new Date().toISOString(),
    times: 1,
    template: {
      customerId: 'ada',
      customerEmail: 'ada@example.com',
      currencyCode: 'USD',
      plan: 'AUTHORIZE_FIRST',
      items: [{ sku: 'MUG-001', quantity: 1, price: null }],
      shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1 7AA', country: 'GB' },
      requiresApproval: false,
      approvalTimeoutMs: 3_600_000,
      autoApproveAfterMs: null,
    },
  },
];

/** Runs one of each kind to its end, and a refund of the payment; returns the ids of their workflows. */
export async function playRuns(client: Client): Promise<string[]> {
  const runs = createRuns(client);
  const under = { idempotencyKey: null, caller: 'ada', inBook: async () => undefined };
  const played: string[] = [];
  for (const content of contents()) {
    const toStart = { ...origin, ...content, runId: null, startedAt: new Date().toISOString() } as RunToStart;
    const { id: runId } = await runs.start(toStart, under);
    await client.workflow.getHandle(runWorkflows.idFor(runId)).result();
    played.push(runWorkflows.idFor(runId));
    if (content.kind !== 'PAYMENT') continue;
    const command = { runId, commandId: 'refund-1', fingerprint: 'all', actor: 'maria', byStaff: true, amount: null };
    await runs.refund({ ...command, correlationId: 'bench', reason: 'Broken' }, 60_000);
    played.push(refund.idFor(runId, command.commandId));
  }
  return played;
}
