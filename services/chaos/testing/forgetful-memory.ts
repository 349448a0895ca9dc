import type { Memory } from '../src/app.ts';
import { onceOn } from '../src/calls/once.ts';
import { inventoryUseCases } from '../src/inventory/application/use-cases.ts';
import type { Reservations } from '../src/inventory/domain/port.ts';
import { paymentUseCases } from '../src/payment/application/use-cases.ts';
import type { Payments } from '../src/payment/domain/port.ts';

/** Charges and reserves as often as it is asked to: no key is remembered, and no repeat is recognised. */
export const forgetfulMemory: Memory = {
  onceOn: (query, now) => {
    const once = onceOn(query, now);
    return (call, effect) => once({ ...call, key: undefined }, effect);
  },
  paymentUseCases: (deps) => ({
    ...paymentUseCases(deps),
    capture: paymentUseCases({ ...deps, payments: withoutCaptures(deps.payments) }).capture,
  }),
  inventoryUseCases: (deps) => ({
    ...inventoryUseCases(deps),
    reserve: inventoryUseCases({ ...deps, reservations: withoutLines(deps.reservations) }).reserve,
  }),
};

/** To a capture, a hold that was captured looks as if it was not. */
const withoutCaptures = (payments: Payments): Payments => ({
  ...payments,
  find: async (orderId) => {
    const known = await payments.find(orderId);
    return known?.status === 'CAPTURED' ? { ...known, status: 'AUTHORIZED', captured: null } : known;
  },
});

/** To a reservation, the one before it looks as if it had taken nothing. */
const withoutLines = (reservations: Reservations): Reservations => ({
  ...reservations,
  find: async (orderId) => {
    const known = await reservations.find(orderId);
    return known?.status === 'RESERVED' ? { ...known, lines: [], change: -1 } : known;
  },
});
