import { describe, expect, test } from 'vitest';
import { compareBy, noRows, type Rows, withChanges, withFresh, withoutLeft, withPage } from '../src/order-list/rows.ts';
import { aSummary } from './support/order.ts';

const at = (minute: number) => `2026-11-27T14:${String(minute).padStart(2, '0')}:00.000Z`;
const order = (id: string, minute: number, part = {}) => aSummary({ id, createdAt: at(minute), ...part });
const ids = ({ rows }: Rows) => rows.map(({ order: { id } }) => id);
const newest = compareBy('NEWEST');
const list = (complete = true) =>
  withPage(noRows, { orders: [order('C', 30), order('B', 20), order('A', 10)], complete });

describe('the rows of a list', () => {
  test('stay where they are when they change', () => {
    const changed = order('A', 10, { revision: 2, status: 'SHIPPED' });

    const rows = withChanges(list(), [{ kind: 'MATCHES', order: changed }], newest);

    expect(ids(rows)).toEqual(['C', 'B', 'A']);
    expect(rows.rows[2]).toEqual({ order: changed, left: false });
  });

  test('are the same objects if nothing changed', () => {
    const before = list();

    const rows = withChanges(before, [{ kind: 'MATCHES', order: order('A', 10, { revision: 2 }) }], newest);

    expect(rows.rows[0]).toBe(before.rows[0]);
  });

  test('never go back to an older state', () => {
    const late = { kind: 'MATCHES', order: order('A', 10, { revision: 0, status: 'RECEIVED' as const }) };

    expect(withChanges(list(), [late], newest).rows[2]?.order.revision).toBe(1);
  });

  test('include new orders only on request, in their place', () => {
    const come = [order('D', 40), order('AB', 15)].map((each) => ({ kind: 'MATCHES', order: each }));

    const waiting = withChanges(list(), come, newest);
    const shown = withFresh(waiting, newest);

    expect(ids(waiting)).toEqual(['C', 'B', 'A']);
    expect(waiting.fresh).toHaveLength(2);
    expect(ids(shown)).toEqual(['D', 'C', 'B', 'AB', 'A']);
    expect(shown.fresh).toEqual([]);
  });

  test('are dimmed after they have left, until they are dropped', () => {
    const left = withChanges(list(), [{ kind: 'LEFT', order: order('B', 20, { revision: 2 }) }], newest);

    expect(left.rows[1]).toMatchObject({ left: true, order: { id: 'B', revision: 2 } });
    expect(ids(withoutLeft(left))).toEqual(['C', 'A']);
  });

  test('of pages that are not loaded arrive with their page', () => {
    const beyond = { kind: 'MATCHES', order: order('0', 5) };

    expect(withChanges(list(false), [beyond], newest).fresh).toEqual([]);
    expect(withChanges(list(true), [beyond], newest).fresh).toHaveLength(1);
  });

  test('that came and left before they were shown are not announced', () => {
    const come = withChanges(list(), [{ kind: 'MATCHES', order: order('D', 40) }], newest);

    const gone = withChanges(come, [{ kind: 'LEFT', order: order('D', 40, { revision: 2 }) }], newest);

    expect(gone.fresh).toEqual([]);
  });

  test('are sorted by deadline in the queue, those without one last', () => {
    const waits = (id: string, minute?: number) =>
      order(id, 10, { status: 'AWAITING_APPROVAL', approvalDeadline: minute === undefined ? null : at(minute) });

    const sorted = [waits('C'), waits('B', 50), waits('A', 40)].sort(compareBy('DEADLINE'));

    expect(sorted.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });
});
