import { Refused } from '@waybill/http-client';
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
  const booked = await book().runs.byIds(['RUN-equal', 'RUN-behind', 'RUN-unfinished', 'RUN-ended', 'RUN-forgotten']);
  expect(Object.fromEntries(booked.map(({ run, attention }) => [run.runId, [run.revision, attention]]))).toEqual({
    'RUN-equal': [2, null],
    'RUN-behind': [4, null],
    'RUN-unfinished': [5, null],
    'RUN-ended': [3, 'LOST'],
    'RUN-forgotten': [2, 'LOST'],
  });
});

test('a run is stuck while the book refuses its last write, and no longer once the book has it', async () => {
  await book().runs.record('RUN-refused', aRunWrite(aRun('RUN-refused', { revision: 2 })));
  const last = aRunWrite(
    aRun('RUN-refused', { revision: 5, status: 'COMPLETED', closedAt: '2026-01-01T01:00:00.000Z' }),
  );
  const engine = anEngine({ open: [], runs: { 'RUN-refused': { ...last, hasEnded: false } } });
  const record = () => Promise.reject(new Refused('INVALID_REQUEST', 'Nobody knows this word'));
  const older = { ...book(), runs: { ...book().runs, record } };
  const attention = async () => (await book().runs.byIds(['RUN-refused']))[0]?.attention;

  const { found } = await reconcilePage(older, engine, { pass: 'RUNS', after: '' });

  expect(found).toMatchObject({
    stuck: ['RUN-refused'],
    refused: [{ orderId: 'RUN-refused', code: 'INVALID_REQUEST' }],
  });
  expect(found.lost).not.toContain('RUN-refused');
  expect(await attention()).toBe('STUCK');

  await book().runs.record('RUN-refused', { ...last, firm: true });
  expect(await attention()).toBeNull();
});
