import { expect, test } from 'vitest';
import { aBookForThisFile } from '../../services/order-book/test/support/book-of-file.ts';
import { aRun, aRunWrite } from '../../services/order-book/test/support/runs.ts';
import { reconcilePage } from '../../worker/src/book-audit/reconcile.ts';
import { anEngine } from './engine.ts';

const { book } = aBookForThisFile();

test('an open run whose workflow has ended is lost, and every other matches the engine', async () => {
  for (const runId of ['RUN-equal', 'RUN-behind', 'RUN-unfinished', 'RUN-ended', 'RUN-forgotten', 'RUN-mute'])
    await book().runs.record(runId, aRunWrite(aRun(runId, { revision: 2 })));
  await book().runs.setAttention('RUN-equal', 'STUCK');
  const completed = { revision: 5, status: 'COMPLETED', closedAt: '2026-01-01T01:00:00.000Z' } as const;
  const engine = anEngine({
    open: [],
    runs: {
      'RUN-equal': { ...aRunWrite(aRun('RUN-equal', { revision: 2 })), hasEnded: false },
      'RUN-behind': { ...aRunWrite(aRun('RUN-behind', { revision: 4 })), hasEnded: false },
      'RUN-unfinished': { ...aRunWrite(aRun('RUN-unfinished', completed)), hasEnded: true },
      'RUN-ended': { ...aRunWrite(aRun('RUN-ended', { revision: 3 })), hasEnded: true },
      'RUN-mute': 'unanswered',
    },
  });

  const { found, next } = await reconcilePage(book(), engine, { pass: 'RUNS', after: '' });
  const again = await reconcilePage(book(), engine, { pass: 'RUNS', after: '' });

  expect(found).toMatchObject({
    compared: 6,
    mended: ['RUN-behind', 'RUN-ended', 'RUN-unfinished'],
    lost: ['RUN-ended', 'RUN-forgotten'],
    unanswered: ['RUN-mute'],
    recovered: [],
    stuck: [],
    refused: [],
  });
  expect(again.found).toMatchObject({ recovered: ['RUN-ended', 'RUN-forgotten'], mended: [] });
  expect(engine.recoveries.toSorted()).toEqual(['RUN-ended', 'RUN-forgotten']);
  expect(next).toEqual({ pass: 'LOST_ORDERS', after: '' });
  const said = await book().runs.byIds(['RUN-equal', 'RUN-behind', 'RUN-unfinished', 'RUN-ended', 'RUN-forgotten']);
  expect(Object.fromEntries(said.map(({ run, attention }) => [run.runId, [run.revision, attention]]))).toEqual({
    'RUN-equal': [2, null],
    'RUN-behind': [4, null],
    'RUN-unfinished': [5, null],
    'RUN-ended': [3, 'LOST'],
    'RUN-forgotten': [2, 'LOST'],
  });
});
