import type { ProvidersClient } from '@waybill/providers-client';
import { type Effects, effectsOf } from './effects.ts';
import { createFakeCalls } from './fake-calls.ts';
import { fakePayment } from './fake-payment.ts';
import { fakeShipping } from './fake-shipping.ts';
import type { Does, Operation } from './operation.ts';

/**
 * The providers of one order: they do as the script says, keep the rules that the workflow leans on (an effect happens
 * once, an undo closes the door), and remember every effect in order. `onCall` is told of a call before it is answered.
 */
export function fakeProviders(orderId: string, onCall: (operation: Operation) => Promise<void> = async () => {}) {
  const effects = effectsOf();
  const { does, ...script } = createFakeCalls(onCall);
  const { shipping, labelledTo, makesLabelsTo } = fakeShipping(orderId, effects, does);

  const providers: Pick<ProvidersClient, 'payment' | 'inventory' | 'shipping' | 'notification' | 'customer'> = {
    payment: fakePayment(orderId, effects, does),
    inventory: fakeInventory(orderId, effects, does),
    shipping,
    customer: fakeCustomer(does),
    notification: fakeNotification(effects, does),
  };

  return {
    providers,
    journal: effects.journal,
    ...script,
    labelledTo,
    makesLabelsTo,
  };
}

export type FakeProviders = ReturnType<typeof fakeProviders>;

const fakeInventory = (orderId: string, effects: Effects, does: Does): ProvidersClient['inventory'] => ({
  reserve: (_, call) =>
    does('reserve', call, () => {
      effects.happen('reserve');
      return { reservationId: 'res-1', orderId, status: 'RESERVED' as const, lines: [] };
    }),
  release: (_, call) =>
    does('release stock', call, () => ({
      reservation: { reservationId: null, orderId, status: 'RELEASED' as const, lines: [] },
      ...effects.undo('reserve', 'release stock'),
    })),
  check: (_, call) => does('check', call, () => ({ lines: [] })),
  status: async () => null,
  restock: async () => ({ sku: 'MUG', name: 'Mug', prices: [], available: 0 }),
  catalogue: async () => [
    { sku: 'PEN', name: 'Pen', available: 9, prices: [{ amountMinor: 150, currencyCode: 'USD' }] },
  ],
});

const fakeCustomer = (does: Does): ProvidersClient['customer'] => ({
  profile: (_, call) => does('profile', call, () => ({ customerId: 'ada', name: 'Ada', tier: 'PREFERRED' as const })),
  recommendations: (_, call) => does('recommend', call, () => ({ customerId: 'ada', skus: ['PEN'] })),
});

const fakeNotification = (effects: Effects, does: Does): ProvidersClient['notification'] => ({
  send: (message, call) =>
    does('notify', call, () => {
      effects.happen(`notify ${message.kind}`);
      return { notificationId: 'n-1', status: 'SENT' as const, sentAt: new Date(0).toISOString(), ...message };
    }),
  status: async () => null,
});
