import type { RunStrategy } from '@waybill/contracts/domain';
import { createRuns, type Runs, type RunToStart } from '@waybill/orders-client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { askedIn, everythingIn, fieldsOf, pathsIn } from './support/every-field.ts';
import { sampleRuns, startSampleRuns } from './support/sample-runs.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let runs: Runs;
let gateway: Driver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  runs = createRuns(system.client);
  gateway = await system.gateway();
});
afterAll(() => system.close());

const ends = async (runId: string) => {
  for await (const { run } of runs.follow(runId, 0, AbortSignal.timeout(60_000))) {
    if (run.closedAt !== null) return run;
  }
  throw new Error(`${runId} has not ended`);
};

const request = { startedBy: 'ada', startedByStaff: false, correlationId: 'cor-1' };
const start = async (run: { runId: string; kind: RunToStart['kind'] } & Record<string, unknown>) => {
  const toStart = { ...request, startedAt: new Date().toISOString(), ...run } as unknown as RunToStart;
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
        runId: 'RUN-ctx-pinned',
        kind: 'USER_CONTEXT',
        userId: 'ada',
        strategy: 'PARALLEL',
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
      runId: 'RUN-paid',
      kind: 'PAYMENT',
      orderId: 'ORD-elsewhere',
      customerId: 'ada',
      amount,
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

type Kind = keyof typeof sampleRuns;

/**
 * Has a value only in a run that would take long, with a step, compensation or placement that fails on; in a payment that
 * is undone; or with a UI of the engine.
 */
const unseen = /^(compensations\.error|steps\.error|lastPlacements\.problem|history\.\w+\.(node\.)?compensation|links)/;

test('every field of a run answers, and has a value in one sample or another', async () => {
  await startSampleRuns(system, gateway);
  const [selected, known] = [new Set<string>(), new Set<string>()];
  for (const kind of Object.keys(sampleRuns) as Kind[]) {
    for (const selection of fieldsOf(kind).map((field) => everythingIn(kind, field))) {
      for (const path of askedIn(selection)) selected.add(path);
      for (const id of sampleRuns[kind])
        for (const path of await knownIn(id, `... on ${kind} { ${selection} }`)) known.add(path);
    }
  }

  expect([...selected].filter((path) => !known.has(path) && !unseen.test(path))).toEqual([]);
});

test.each(fieldsOf('Query').filter((field) => !['node', 'nodes', 'order'].includes(field)))(
  'every field below %s answers',
  async (field) => {
    const { data, errors } = await gateway.ask(`{ ${everythingIn('Query', field)} }`);

    expect(errors).toBeUndefined();
    expect(data?.[field]).not.toBeNull();
  },
);

async function knownIn(id: string, selection: string): Promise<string[]> {
  const { data, errors } = await gateway.ask(`{ workflowRun(id: "${id}") { ${selection} } }`);
  expect({ id, selection, errors }).toEqual({ id, selection });
  return pathsIn(data?.workflowRun);
}
