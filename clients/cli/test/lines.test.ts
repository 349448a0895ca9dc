import type { OrderDetailsFragment } from '@waybill/client';
import { expect, test } from 'vitest';
import { compensationLine, endLine, orderLine, placedLine } from '../src/output/order-lines.ts';
import { linesOf } from '../src/problems/problems.ts';

const money = (amount: string) => ({ amount, currencyCode: 'USD' });

test('a compensation says what it undoes, when it is tried again, and who settled it', () => {
  const refund = {
    name: 'REFUND_PAYMENT',
    undoes: 'CAPTURE_PAYMENT' as const,
    startedAt: null,
    finishedAt: null,
    nextAttemptAt: null,
    settledBy: null,
    note: null,
    error: null,
  };

  const lines = [
    compensationLine({
      ...refund,
      status: 'RUNNING',
      attempt: 2,
      nextAttemptAt: '18:08',
      error: { code: 'TIMEOUT', message: 'No answer' },
    }),
    compensationLine({ ...refund, status: 'COMPLETED', attempt: 1, settledBy: 'olga', note: 'By bank transfer' }),
  ];

  expect(lines).toEqual([
    '  ↩ REFUND_PAYMENT (undoes CAPTURE_PAYMENT)  RUNNING  attempt 2  next at 18:08  No answer',
    '  ↩ REFUND_PAYMENT (undoes CAPTURE_PAYMENT)  COMPLETED  settled by hand by olga  By bank transfer',
  ]);
});

test('what is wrong with a field is said once', () => {
  const fields = [{ path: ['outcomes'], message: 'has an unknown outcome' }];
  const said = { code: 'INVALID_INPUT', fields, retryable: false };

  const lines = [
    linesOf({ ...said, message: 'outcomes has an unknown outcome' }),
    linesOf({ ...said, message: 'The file must hold an order' }),
  ];

  expect(lines).toEqual([
    ['INVALID_INPUT: outcomes has an unknown outcome'],
    ['INVALID_INPUT: The file must hold an order', '  outcomes: has an unknown outcome'],
  ]);
});

test('an order that is placed, watched and closed stands in the same columns', () => {
  const order = {
    id: 'ORD-1',
    customerId: 'ada',
    status: 'AWAITING_APPROVAL',
    progress: 10,
    health: 'OK',
    steps: [],
    total: money('1.00'),
    compensations: [],
    items: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  } as unknown as OrderDetailsFragment;
  const shipped = { ...order, status: 'SHIPPED', failure: null, shipment: { carrier: 'ACME', trackingNumber: 'T-1' } };

  const lines = [placedLine(order), orderLine(order), endLine(shipped as unknown as OrderDetailsFragment)];

  expect(lines.map((line) => line.search(/ACME|%|[\d.]+ USD/) > 0)).toEqual([true, true, true]);
  expect(lines.map((line) => line.slice(0, 26).trimEnd())).toEqual([
    'ORD-1  AWAITING_APPROVAL',
    'ORD-1  AWAITING_APPROVAL',
    'ORD-1  SHIPPED',
  ]);
});
