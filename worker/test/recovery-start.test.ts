import { MockActivityEnvironment } from '@temporalio/testing';
import { type OrderState, orderAsPlaced } from '@waybill/contracts/domain';
import { logger } from '@waybill/orders-client/testing/runtime';
import { expect, test } from 'vitest';
import { createRecoveryActivities } from '../src/activities/recovery.ts';
import { anOrder } from './support/order.ts';

type Arguments = Parameters<typeof createRecoveryActivities>;

const state = (given: Partial<OrderState>): OrderState => ({ ...orderAsPlaced(anOrder()), ...given });

/** What a recovery starts from when the book and the history of the order say this of it. */
async function leftOf(booked: OrderState, last: OrderState | 'unanswered', epoch = 0) {
  const book = {
    find: async () => ({ order: booked, fingerprint: 'f', epoch }),
    record: async () => ({ revision: booked.revision, seq: booked.revision }),
    takeOver: async () => ({ order: booked, fingerprint: 'f' }),
  };
  const engine = {
    isRunning: async () => false,
    read: async () => (last === 'unanswered' ? last : { order: last, journal: [], fingerprint: 'f' }),
    end: async () => undefined,
  };
  const { takeOverOrder } = createRecoveryActivities(
    {} as unknown as Arguments[0],
    book as unknown as Arguments[1],
    engine as unknown as Arguments[2],
  );
  const taken = await new MockActivityEnvironment({}, { logger }).run(takeOverOrder, {
    orderId: 'ORD-1',
    correlationId: 'cor-1',
  });
  return (taken as Awaited<ReturnType<typeof takeOverOrder>>).left?.order;
}

test.each([0, 1])('an order is recovered from its history, whatever else the book has (epoch %i)', async (epoch) => {
  const booked = state({ status: 'COMPENSATING', revision: 9 });
  const last = state({ status: 'PROCESSING', revision: 8 });

  const left = await leftOf(booked, last, epoch);

  expect(left).toMatchObject({ status: 'PROCESSING', revision: 9 });
});

test('an order whose reset run ended without the earlier steps is recovered from the book', async () => {
  const booked = state({ status: 'PROCESSING', revision: 9 });
  const last = state({ status: 'CANCELLED', revision: 5, closedAt: '2026-01-01T01:00:00.000Z' });

  expect(await leftOf(booked, last)).toEqual(booked);
});

test('an order with an unreadable history is recovered from the book', async () => {
  const booked = state({ status: 'COMPENSATING', revision: 9 });

  expect(await leftOf(booked, 'unanswered')).toEqual(booked);
});
