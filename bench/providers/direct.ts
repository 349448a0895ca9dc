import type { Database } from '@waybill/platform';
import { createRunOnce } from '../../services/chaos/src/calls/run-once.ts';
import { createLedger } from '../../services/chaos/src/chaos/draws.ts';
import { createPaymentUseCases } from '../../services/chaos/src/payment/application/index.ts';
import { createPayments } from '../../services/chaos/src/payment/infrastructure/postgres-payments.ts';
import type { Trip } from './measurement.ts';
import { amount } from './trips.ts';

type UseCases = ReturnType<typeof createPaymentUseCases>;

/** The same statements as over HTTP, called directly. */
export function directTrip(database: Database): Trip {
  const ledger = createLedger(database);
  const once = createRunOnce(database.query, () => new Date());
  const call = async (
    step: 'authorize' | 'capture' | 'release',
    orderId: string,
    act: (payment: UseCases) => Promise<object>,
  ) => {
    const operation = `payment.${step}` as const;
    await ledger.draw(orderId, operation);
    const keyed = { operation, key: `${orderId}:${step}`, request: { orderId }, correlationId: 'bench' };
    const { body } = await once(keyed, async (desk) => {
      const useCases = createPaymentUseCases({
        payments: createPayments(desk),
        newId: () => `auth-${crypto.randomUUID()}`,
      });
      return { status: 200, body: JSON.stringify(await act(useCases)) };
    });
    return JSON.parse(body) as { authorizationId: string };
  };
  return async (orderId, timed) => {
    const held = { orderId, customerId: 'c-1', amount };
    const { authorizationId } = await timed(() => call('authorize', orderId, (payment) => payment.authorize(held)));
    await timed(() => call('capture', orderId, (payment) => payment.capture({ orderId, authorizationId, amount })));
    await timed(() => call('release', orderId, (payment) => payment.release({ orderId })));
  };
}
