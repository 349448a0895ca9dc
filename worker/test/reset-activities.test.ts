import { MockActivityEnvironment } from '@temporalio/testing';
import { orderAsPlaced } from '@waybill/contracts/domain';
import { Refused } from '@waybill/http-client';
import { logger } from '@waybill/orders-client/testing/runtime';
import { expect, test } from 'vitest';
import { createResetActivities } from '../src/activities/reset.ts';
import { anOrder } from './support/order.ts';

test('an order is handed over although a recovery takes it over in the same moment', async () => {
  const recovered: string[] = [];
  const order = orderAsPlaced(anOrder());
  const book = {
    find: async () => ({ order, fingerprint: 'f' }),
    takeOver: () => Promise.reject(new Refused('TAKEN_OVER', 'A higher epoch has been taken')),
  };
  const engine = { recover: async (orderId: string) => void recovered.push(orderId) };
  const { handOverOrder } = createResetActivities(book as never, engine as never);

  const handedOver = await new MockActivityEnvironment({}, { logger }).run(handOverOrder, {
    orderId: 'ORD-1',
    correlationId: 'cor-1',
  });

  expect(handedOver).toMatchObject({ booked: order });
  expect(recovered).toEqual(['ORD-1']);
});
