import type { Memory } from '../src/app.ts';
import { createRunOnce } from '../src/calls/run-once.ts';
import { createInventoryUseCases } from '../src/inventory/application/index.ts';
import type { Reservations } from '../src/inventory/domain/reservations.ts';
import { createPaymentUseCases } from '../src/payment/application/index.ts';
import type { Payments } from '../src/payment/domain/payments.ts';

/** Charges and reserves on every call: keys are not stored, so repetitions are not recognised. */
export const forgetfulMemory: Memory = {
  createRunOnce: (query, now) => {
    const once = createRunOnce(query, now);
    return (call, effect) => once({ ...call, key: undefined }, effect);
  },
  createPaymentUseCases: (deps) => ({
    ...createPaymentUseCases(deps),
    capture: createPaymentUseCases({ ...deps, payments: withoutCaptures(deps.payments) }).capture,
  }),
  createInventoryUseCases: (deps) => ({
    ...createInventoryUseCases(deps),
    reserve: createInventoryUseCases({ ...deps, reservations: withoutLines(deps.reservations) }).reserve,
  }),
};

/** Shows a captured hold to a capture as if it were not captured. */
const withoutCaptures = (payments: Payments): Payments => ({
  ...payments,
  find: async (orderId) => {
    const known = await payments.find(orderId);
    return known?.status === 'CAPTURED' ? { ...known, status: 'AUTHORIZED', captured: null } : known;
  },
});

/** Shows an earlier reservation to the next as if it had taken nothing. */
const withoutLines = (reservations: Reservations): Reservations => ({
  ...reservations,
  find: async (orderId) => {
    const known = await reservations.find(orderId);
    return known?.status === 'RESERVED' ? { ...known, lines: [], change: -1 } : known;
  },
});
