import type { RunStrategy } from '@waybill/contracts/domain';
import { createRuns, type Runs, type RunToStart } from '@waybill/orders-client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openSystem, type System } from './support/system.ts';

let system: System;
let runs: Runs;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  runs = createRuns(system.client);
});
afterAll(() => system.close());

const ends = async (runId: string) => {
  for await (const { run } of runs.follow(runId, 0, AbortSignal.timeout(60_000))) {
    if (run.closedAt !== null) return run;
  }
  throw new Error(`${runId} has not ended`);
};

const asked = { startedBy: 'ada', startedByStaff: false, correlationId: 'cor-1' };
const start = async (run: { runId: string; kind: RunToStart['kind'] } & Record<string, unknown>) => {
  const toStart = { ...asked, startedAt: new Date().toISOString(), ...run } as unknown as RunToStart;
  await runs.start(toStart, { idempotencyKey: null, caller: 'ada', inBook: async () => undefined });
  return run.runId;
};

describe('with the providers as they are', () => {
  test.each<RunStrategy>(['PARALLEL', 'SEQUENTIAL'])('the context of a user is collected %s', async (strategy) => {
    const gathered = await ends(
      await start({ runId: `RUN-ctx-${strategy}`, kind: 'USER_CONTEXT', userId: 'ada', strategy }),
    );

    expect(gathered).toMatchObject({
      status: 'COMPLETED',
      context: { location: { city: 'Berlin' }, weather: { temperatureCelsius: 4 }, problems: [] },
    });
  });

  test('a part whose outcome was pinned for the run is missing, and no other', async () => {
    await system.pin({
      orderId: 'RUN-ctx-pinned',
      operation: 'context.cat_fact',
      outcomes: Array(100).fill('server_error'),
    });

    const gathered = await ends(
      await start({
        ...{ runId: 'RUN-ctx-pinned', kind: 'USER_CONTEXT', userId: 'ada', strategy: 'PARALLEL' },
        patience: { CAT_FACT: { attempts: 2, firstRetryMs: 10 } },
      }),
    );

    expect(gathered).toMatchObject({
      context: { location: { city: 'Berlin' }, catFact: null, problems: [{ part: 'CAT_FACT' }] },
    });
  });

  test('a captured payment is refunded, and the books balance', async () => {
    const amount = { amountMinor: 1250, currencyCode: 'USD' };
    const runId = await start({
      ...{ runId: 'RUN-paid', kind: 'PAYMENT', orderId: 'ORD-elsewhere', customerId: 'ada', amount },
      cancellableForMs: null,
    });
    const paid = await ends(runId);

    const refund = { runId, commandId: 'refund-1', fingerprint: 'all', actor: 'maria', byStaff: true, amount: null };
    const outcome = await runs.refund({ ...refund, correlationId: 'cor-2', reason: 'Broken' }, 60_000);

    expect(paid).toMatchObject({ status: 'COMPLETED', payment: { status: 'CAPTURED' } });
    expect(outcome).toMatchObject({ refusal: null });
    expect((await system.audit.whole()).violations).toEqual([]);
  });
});
