import { TimedOut, Unreached } from '@waybill/client';
import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { anEntry } from './support/order.ts';
import { aPage, aRun, aRunChange } from './support/run.ts';
import { all, failureOf, silence } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test.each(transports)('over %s, a run is watched to its end, and has the type of its kind', async (transport) => {
  await using gateway = await aGateway({
    workflowRunChanged: async function* () {
      yield { workflowRunChanged: aRun() };
      yield { workflowRunChanged: aRun({ revision: 2, status: 'COMPLETED', greeting: 'Hello', closedAt: moment }) };
    },
  });

  const seen = await all(gateway.connect({ transport }).runs.watch('RUN-1'));

  expect(seen.at(-1)).toMatchObject({ __typename: 'GreetingRun', status: 'COMPLETED', greeting: 'Hello' });
});

test.each(transports)(
  'over %s, each entry of a run is delivered once and in order, wherever it is cut, and the stream ends with the run',
  async (transport) => {
    await using gateway = await aRunOf({ entries: 250, cutAt: [1, 120] });

    const entries = await all(gateway.connect({ transport }).runs.events('RUN-1'));

    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, at) => at + 1));
  },
);

test.each(transports)('over %s, the entries of a run resume after a stored cursor', async (transport) => {
  await using gateway = await aRunOf({ entries: 5, cutAt: [] });

  const entries = await all(gateway.connect({ transport }).runs.events('RUN-1', { after: '3' }));

  expect(entries.map(({ seq }) => seq)).toEqual([4, 5]);
});

test.each(transports)(
  'over %s, changes of runs begin at the position of the list, and miss none',
  async (transport) => {
    const after: unknown[] = [];
    await using gateway = await aGateway({
      workflowRuns: () => ({ ...aPage([]), changesCursor: '7' }),
      workflowRunsChanged: async function* (args) {
        after.push(args.after);
        if (after.length === 1) gateway.hangUp();
        else yield { workflowRunsChanged: aRunChange(8) };
        await silence();
      },
    });
    const changes = gateway.connect({ transport }).runs.changes({ kind: ['GREETING'] });

    const { value } = await changes.next();
    await changes.return();

    expect(value).toMatchObject({ cursor: '8', run: { id: 'RUN-1' } });
    expect(after).toEqual(['7', '7']);
  },
);

test('waiting for a status of a run fails when the run ends otherwise, or when the time is up', async () => {
  await using gateway = await aGateway({
    workflowRunChanged: async function* ({ id }) {
      yield { workflowRunChanged: aRun({ status: 'FAILED' }) };
      if (id === 'RUN-slow') await silence();
    },
  });
  const { runs } = gateway.connect();

  await expect(runs.waitFor('RUN-1', 'COMPLETED')).rejects.toMatchObject({
    name: 'Unreached',
    message: 'Run RUN-1 ended FAILED and was not seen COMPLETED',
    last: { id: 'RUN-1' },
  });
  await expect(runs.waitFor('RUN-1', 'COMPLETED')).rejects.toThrow(Unreached);
  await expect(runs.waitFor('RUN-slow', 'COMPLETED', { timeout: 50 })).rejects.toThrow(TimedOut);
});

test('a run that does not exist has no entries, and cannot be followed', async () => {
  await using gateway = await aGateway({
    workflowRun: () => null,
    workflowRunChanged: () => Promise.reject(new Error('There is no such run')),
  });
  const { runs } = gateway.connect();

  expect(await runs.get('RUN-0')).toBeUndefined();
  expect((await all(runs.timeline('RUN-0'))).flatMap(({ nodes }) => nodes)).toEqual([]);
  expect(await failureOf(runs.events('RUN-0'))).toMatchObject({ message: 'There is no such run' });
});

const moment = '2026-01-01T00:00:00.000Z';

/** A run whose entries arrive one after another, 100 per page, on a gateway that hangs up after some of them. */
async function aRunOf({ entries, cutAt }: { entries: number; cutAt: number[] }) {
  const cuts = [...cutAt];
  let written = 0;
  const gateway = await aGateway({
    workflowRun: ({ id }) => ({
      ...aRun({ id }),
      timeline: ({ after, first }: { after: string | null; first: number }) => {
        const from = Number(after ?? 0);
        const to = Math.min(written, from + first);
        const nodes = Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
          ...anEntry(from + at + 1),
          type: 'STEP_STARTED',
        }));
        return aPage(nodes, to < written ? String(to) : undefined);
      },
    }),
    workflowRunChanged: async function* () {
      for (;;) {
        if (written === cuts[0]) {
          cuts.shift();
          gateway.hangUp();
          await silence();
        }
        if (written < entries) written++;
        const done = written === entries;
        yield { workflowRunChanged: aRun({ revision: written, closedAt: done ? moment : null }) };
        if (done) return;
      }
    },
  });
  return gateway;
}
