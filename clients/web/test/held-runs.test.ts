import type { RunSummaryFragment } from '@waybill/client';
import { expect, test } from 'vitest';
import { heldRuns } from '../src/run/held-runs.ts';

/** A run with only an id, a time and a status. */
const aRun = (id: string, minute: number, status = 'RUNNING') =>
  ({ id, status, startedAt: `2026-11-27T14:${minute}:00.000Z` }) as RunSummaryFragment;

const ids = ({ rows }: ReturnType<typeof heldRuns>) => rows.map(({ run, left }) => `${run.id}${left ? ' left' : ''}`);

const shown = heldRuns(undefined, [aRun('B', 12), aRun('A', 11)]).rows;

test('new runs are shown on request, and no row moves', () => {
  const after = heldRuns(shown, [aRun('D', 14), aRun('C', 13), aRun('B', 12, 'COMPLETED'), aRun('A', 11)]);

  expect(ids(after)).toEqual(['B', 'A']);
  expect(after.fresh).toBe(2);
  expect(after.rows[0]?.run.status).toBe('COMPLETED');
});

test('the first of an empty list is shown at once', () => {
  expect(ids(heldRuns([], [aRun('A', 11)]))).toEqual(['A']);
});

test('a run that left the list stays, and is marked', () => {
  const after = heldRuns(shown, [aRun('A', 11)]);

  expect(ids(after)).toEqual(['B left', 'A']);
  expect(ids(heldRuns(after.rows, []))).toEqual(['B left', 'A left']);
});

test('a run that newer ones have pushed out of the page has not left', () => {
  expect(ids(heldRuns(shown, [aRun('C', 13), aRun('B', 12)]))).toEqual(['B', 'A']);
});
