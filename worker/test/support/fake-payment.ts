import type { PaymentRecord } from '@waybill/contracts';
import type { Money } from '@waybill/contracts/domain';
import { Refused } from '@waybill/http-client';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Effects } from './effects.ts';
import type { Does } from './operation.ts';

const hold = 'auth-1';

/** A bank that does as the script says, by the rules of its account. */
export function fakePayment(orderId: string, effects: Effects, does: Does): ProvidersClient['payment'] {
  const account = openAccount(orderId, effects);
  return {
    authorize: ({ amount, change = 0 }, call) => does('authorize', call, () => account.authorize(amount, change)),
    capture: ({ authorizationId, amount }, call) =>
      does('capture', call, () => account.capture(authorizationId, amount)).catch((error: unknown) => {
        if (error instanceof Refused && error.code === 'AUTHORIZATION_EXPIRED') account.expire();
        throw error;
      }),
    release: (_, call) => does('release', call, account.release),
    refund: (_, call) => does('refund', call, account.refund),
    refundBy: async () => account.payment('REFUNDED').captured,
    status: async () => account.payment('CAPTURED'),
  };
}

/** An account that holds, charges at most what it holds, and knows when a hold is dead or used up. */
function openAccount(orderId: string, effects: Effects) {
  let held: Money | null = null;
  let captured: Money | null = null;
  let isDead = false;

  const payment = (status: PaymentRecord['status'], refunded: Money | null = null): PaymentRecord => ({
    orderId,
    authorizationId: hold,
    status,
    authorized: held,
    captured,
    refunded,
  });

  return {
    payment,
    authorize(amount: Money, change: number) {
      effects.happen('authorize', `authorize ${change}`);
      held = amount;
      return { ...payment('AUTHORIZED'), authorizationId: hold };
    },
    capture(authorizationId: string, amount: Money) {
      if (authorizationId !== hold) throw new Refused('UNKNOWN_AUTHORIZATION', 'There is no such hold');
      if (amount.amountMinor > (held?.amountMinor ?? 0))
        throw new Refused('CAPTURE_EXCEEDS_HOLD', 'There is less on hold');
      effects.happen('capture');
      captured = amount;
      return payment('CAPTURED');
    },
    expire() {
      isDead = true;
    },
    release() {
      const undone = effects.undo('authorize', 'release', isDead || effects.has('capture'));
      const used = effects.journal.includes('refund') ? 'REFUNDED' : 'CAPTURED';
      return { payment: payment(effects.has('capture') ? used : isDead ? 'FAILED' : 'RELEASED'), ...undone };
    },
    refund: () => ({ payment: payment('REFUNDED', captured), ...effects.undo('capture', 'refund') }),
  };
}
