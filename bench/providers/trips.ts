import type { ProvidersClient } from '@waybill/providers-client';
import type { Trip } from './measurement.ts';

export const amount = { amountMinor: 500, currencyCode: 'USD' };

/** Authorize, capture and release of one order, each with its key. */
export const tripOver =
  ({ payment }: ProvidersClient): Trip =>
  async (orderId, timed) => {
    const key = (step: string) => ({ idempotencyKey: `${orderId}:${step}` });
    const held = { orderId, customerId: 'c-1', amount };
    const { authorizationId } = await timed(() => payment.authorize(held, key('A')));
    await timed(() => payment.capture({ orderId, authorizationId, amount }, key('C')));
    await timed(() => payment.release({ orderId }, key('R')));
  };
