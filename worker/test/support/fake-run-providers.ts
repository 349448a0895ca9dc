import { bank, recordOf } from '@waybill/chaos/testing/bank';
import type { PaymentRecord } from '@waybill/contracts';
import type { CallOptions, ProvidersClient } from '@waybill/providers-client';
import { type FakeAccount, openAccount } from './fake-account.ts';
import type { Does, RunOperation } from './operation.ts';
import { type Turn, take, works } from './script.ts';

/**
 * The providers of one run. They do as the script says; money goes by the payment provider's own rules, and a key is
 * answered alike whenever it comes.
 */
export function fakeRunProviders(runId: string, usually: () => Turn = () => works) {
  const journal: string[] = [];
  const calls: RunOperation[] = [];
  const script = new Map<RunOperation, Turn[]>();
  const turn = (operation: RunOperation): Turn => {
    const turns = script.get(operation) ?? [];
    return (turns.length > 1 ? turns.shift() : turns[0]) ?? usually();
  };
  const does: Does<RunOperation> = async (operation, call, effect) => {
    calls.push(operation);
    return take(turn(operation), effect, call?.signal);
  };
  const account = openAccount(journal);
  const { payment } = fakeBank(runId, account, does);

  const context: ProvidersClient['context'] = {
    location: (_, call) =>
      does('location', call, () => ({ city: 'Berlin', country: 'DE', latitude: 52.52, longitude: 13.41 })),
    weather: (asked, call) =>
      does('weather', call, () => ({ temperatureCelsius: Math.round((asked?.latitude ?? 0) / 4), windKmh: 12 })),
    catFact: (_, call) => does('cat fact', call, () => ({ fact: 'A cat has nine lives.' })),
  };
  const inventory = {
    catalogue: (_: unknown, call?: CallOptions) =>
      does('catalogue', call, () => [
        { sku: 'MUG', name: 'Mug', prices: [{ amountMinor: 900, currencyCode: 'USD' }], available: 5 },
      ]),
  } as ProvidersClient['inventory'];

  return {
    providers: { context, payment, inventory },
    /** What calls no provider takes its turns too. */
    takes: async <T>(operation: 'greet' | 'place', call: CallOptions, effect: () => Promise<T>): Promise<T> =>
      await does(operation, call, effect),
    journal,
    calls,
    account,
    scripts: (operation: RunOperation, ...turns: Turn[]) => void script.set(operation, turns),
  };
}

export type FakeRunProviders = ReturnType<typeof fakeRunProviders>;

function fakeBank(runId: string, account: FakeAccount, does: Does<RunOperation>): Pick<ProvidersClient, 'payment'> {
  const ours = { orderId: runId };
  const undone = ({ payment, effect }: bank.Compensation) => ({ payment: recordOf(payment), effect });
  return {
    payment: {
      authorize: (request, call) =>
        does('authorize', call, () =>
          account.once(
            call?.idempotencyKey,
            (known) => bank.authorize(known, request, () => 'auth-1'),
            ({ payment }: bank.Decision) => ({ ...recordOf(payment), authorizationId: 'auth-1' }),
          ),
        ),
      capture: (request, call) =>
        does('capture', call, () =>
          account.once(
            call?.idempotencyKey,
            (known) => bank.capture(known, request),
            ({ payment }: bank.Decision): PaymentRecord => recordOf(payment),
          ),
        ),
      release: (_, call) =>
        does('release', call, () => account.once(call?.idempotencyKey, (known) => bank.release(known, runId), undone)),
      refund: (request, call) =>
        does('refund', call, () =>
          account.once(call?.idempotencyKey, account.refund({ ...request, ...ours }, call?.idempotencyKey), undone),
        ),
      refundBy: async ({ key }) => account.refunds.find((refund) => refund.key === key)?.amount ?? null,
      status: async () => account.record() ?? null,
    },
  };
}
