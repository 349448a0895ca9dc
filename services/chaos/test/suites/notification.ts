import { describe, expect, test } from 'vitest';
import { anOrder, refusalOf } from '../an-order.ts';
import type { TestProviders } from '../test-providers.ts';

export const notificationSuite = (testProviders: () => TestProviders) =>
  describe('notification', () => {
    test('a customer gets each notification once', async () => {
      const { notification } = testProviders();
      const message = { orderId: anOrder(), kind: 'CONFIRMATION', recipient: 'ada@example.com', detail: null } as const;

      const first = await notification.send(message);
      const again = await notification.send(message);

      expect(again).toEqual(first);
      expect(await notification.status(message)).toEqual(first);
    });

    test('a notification of another kind is sent as well, and the status is that of the newest', async () => {
      const { notification } = testProviders();
      const confirmation = {
        orderId: anOrder(),
        kind: 'CONFIRMATION',
        recipient: 'ada@example.com',
        detail: null,
      } as const;
      await notification.send(confirmation);

      const failure = await notification.send({ ...confirmation, kind: 'FAILURE', detail: 'Sorry' });

      expect(failure.kind).toBe('FAILURE');
      expect(await notification.status(confirmation)).toEqual(failure);
    });

    test('a detail of several lines is sent', async () => {
      const message = { orderId: anOrder(), kind: 'CANCELLATION', recipient: 'ada@example.com' } as const;

      const sent = await testProviders().notification.send({ ...message, detail: 'Out of stock.\r\n\tSorry' });

      expect(sent.status).toBe('SENT');
    });

    test('an invalid address is refused', async () => {
      const message = { orderId: anOrder(), kind: 'FAILURE', recipient: 'nobody', detail: 'Sorry' } as const;

      expect(await refusalOf(testProviders().notification.send(message))).toBe('INVALID_RECIPIENT');
    });
  });
