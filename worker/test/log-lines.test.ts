import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { Refused } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { expect, test } from 'vitest';
import { createOrdersActivities } from '../src/activities/index.ts';

test.each([
  ['that works', async () => ({ effect: 'DONE' }), 'done'],
  ['that is refused', () => Promise.reject(new Refused('UNKNOWN_AUTHORIZATION', 'no')), 'Refused'],
])('an attempt %s logs a line at info, with the correlation id of its request', async (_, release, outcome) => {
  const lines: object[] = [];
  const logger = new DefaultLogger('INFO', ({ level, meta }) => void lines.push({ level, ...meta }));
  const environment = new MockActivityEnvironment({ activityType: 'releasePayment', attempt: 2 }, { logger });
  const providers = { payment: { release } } as unknown as ProvidersClient;
  const { releasePayment } = createOrdersActivities(providers, {} as OrderBookClient);

  await environment.run(releasePayment, { orderId: 'ORD-1', correlationId: 'cor-1' }).catch(() => undefined);

  const line = { level: 'INFO', orderId: 'ORD-1', correlationId: 'cor-1', attempt: 2 };
  expect(lines).toContainEqual(expect.objectContaining({ ...line, outcome }));
});
