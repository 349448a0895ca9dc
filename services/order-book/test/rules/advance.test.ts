import type { RecordRequest } from '@waybill/contracts';
import type { Attention } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { advances, extended, refuseLowerEpoch, type Standing } from '../../src/domain/advance.ts';
import { attentionOf } from '../../src/domain/attention.ts';
import { mayBecome } from '../../src/domain/payment.ts';
import { canReach } from '../../src/domain/status-paths.ts';
import { aWrite, entries } from '../support/orders.ts';

const standing = (given: Partial<Standing> = {}): Standing => ({
  fingerprint: 'f-1',
  status: 'PROCESSING',
  attention: null,
  epoch: 0,
  revision: 5,
  seq: 5,
  closedAt: null,
  ...given,
});
const write = (revision: number, given: Partial<RecordRequest> = {}): RecordRequest => ({
  ...aWrite({ status: 'SHIPPED', revision }, []),
  ...given,
});
const refusal = (decide: () => unknown) => {
  try {
    return decide();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('a state that is written to the book', () => {
  test('replaces an older one, but none with the same or a higher revision', () => {
    expect([4, 5, 6].map((revision) => advances(standing(), write(revision)))).toEqual([false, false, true]);
    expect(advances(undefined, write(1))).toBe(true);
  });

  test('is refused with entries that are newer than itself, and accepted with entries up to its revision', () => {
    const offered = (newest: number) => () => advances(standing(), write(6, { entries: entries(6, newest) }));

    expect([refusal(offered(6)), refusal(offered(7))]).toEqual([true, 'INVALID_REQUEST']);
  });

  test('is refused with other content, however old it is', () => {
    const other = [4, 6].map((revision) =>
      refusal(() => advances(standing(), write(revision, { fingerprint: 'f-2' }))),
    );

    expect(other).toEqual(['IDEMPOTENCY_CONFLICT', 'IDEMPOTENCY_CONFLICT']);
  });

  test('is refused if its status cannot follow, unless it is outdated', () => {
    const late = standing({ status: 'CANCELLED' });

    expect([5, 6].map((revision) => refusal(() => advances(late, write(revision))))).toEqual([
      false,
      'STATUS_UNREACHABLE',
    ]);
  });
});

test('writes with a lower epoch are refused; those with the same or a higher one are not', () => {
  const said = (epoch?: number) => refusal(() => refuseLowerEpoch(standing({ epoch: 2 }), { epoch }));

  expect([said(), said(1), said(2), said(3)]).toEqual(['TAKEN_OVER', 'TAKEN_OVER', undefined, undefined]);
  expect(refusal(() => refuseLowerEpoch(undefined, {}))).toBeUndefined();
  expect(refusal(() => refuseLowerEpoch(standing(), {}))).toBeUndefined();
});

test('a journal is shown up to its first gap', () => {
  const after = (...seqs: number[]) =>
    extended(
      3,
      seqs.map((seq) => ({ seq })),
    );

  expect([after(), after(4, 5), after(5, 4), after(5), after(1, 2, 4, 6)]).toEqual([3, 5, 5, 3, 4]);
});

test('an open order has the attention that was reported, a closed one has none', () => {
  const closed = standing({ closedAt: new Date(0) });

  expect([attentionOf(standing(), 'STUCK'), attentionOf(standing(), null), attentionOf(closed, 'STUCK')]).toEqual([
    'STUCK',
    null,
    null,
  ]);
});

test('a report clears RETRYING, and a retry does not clear STUCK or LOST', () => {
  const told = (attention: Attention | null, said: Attention | null) => attentionOf(standing({ attention }), said);

  expect([told(null, 'RETRYING'), told('RETRYING', null), told('RETRYING', 'STUCK')]).toEqual([
    'RETRYING',
    null,
    'STUCK',
  ]);
  expect([told('STUCK', 'RETRYING'), told('LOST', 'RETRYING')]).toEqual(['STUCK', 'LOST']);
  expect(attentionOf(standing({ closedAt: new Date(0) }), 'RETRYING')).toBeNull();
});

test('only a closed order is unbalanced, and a late report of another kind does not change that', () => {
  const unbalanced = standing({ closedAt: new Date(0), attention: 'UNBALANCED' });

  expect([attentionOf(standing(), 'UNBALANCED'), attentionOf(standing({ attention: 'STUCK' }), 'UNBALANCED')]).toEqual([
    null,
    'STUCK',
  ]);
  expect([attentionOf(unbalanced, 'STUCK'), attentionOf(unbalanced, 'LOST'), attentionOf(unbalanced, null)]).toEqual([
    'UNBALANCED',
    'UNBALANCED',
    null,
  ]);
});

test('a status follows itself and its predecessors, and none follows a final one', () => {
  expect(canReach('RECEIVED', 'SHIPPED')).toBe(true);
  expect(canReach('SHIPPED', 'SHIPPED')).toBe(true);
  expect(canReach('SHIPPED', 'RECEIVED')).toBe(false);
  expect(canReach('COMPENSATING', 'SHIPPED')).toBe(false);
  expect(canReach('PROCESSING', 'COMPENSATING')).toBe(true);
});

test('a payment stays, or moves forward', () => {
  expect(mayBecome('AUTHORIZED')).toEqual(['PENDING', 'AUTHORIZED']);
  expect(mayBecome('CAPTURED')).toEqual(['PENDING', 'AUTHORIZED', 'CAPTURED']);
  expect(mayBecome('REFUNDED')).toEqual(['PENDING', 'AUTHORIZED', 'CAPTURED', 'REFUNDED']);
  expect(mayBecome('RELEASED')).toEqual(['PENDING', 'AUTHORIZED', 'RELEASED']);
  expect(mayBecome('FAILED')).toEqual(['PENDING', 'AUTHORIZED', 'FAILED']);
});
