import type { ProviderRefusal } from '@waybill/contracts/domain';
import type { Outcome } from './plan.ts';

/**
 * A refusal that was drawn. `none`: without any effect. `done`: the effect takes place, and the reply says that it had
 * already. `struck`: something happens first that makes the rules of the domain refuse.
 */
export type NamedRefusal = {
  outcome: Outcome;
  effect: 'none' | 'done' | 'struck';
  code: ProviderRefusal;
  message: string;
};

type Refusal = Omit<NamedRefusal, 'outcome'>;

const refusals = {
  insufficient_funds: { effect: 'none', code: 'PAYMENT_DECLINED', message: 'The card has insufficient funds' },
  already_captured: { effect: 'done', code: 'ALREADY_CAPTURED', message: 'The hold has been captured' },
  authorization_expired: { effect: 'struck', code: 'AUTHORIZATION_EXPIRED', message: 'The hold has expired' },
  already_refunded: { effect: 'done', code: 'ALREADY_REFUNDED', message: 'The payment has been refunded' },
  out_of_stock: { effect: 'none', code: 'OUT_OF_STOCK', message: 'The product is out of stock' },
  address_refused: {
    effect: 'none',
    code: 'ADDRESS_REFUSED',
    message: 'The carrier does not deliver to this address',
  },
  invalid_recipient: { effect: 'none', code: 'INVALID_RECIPIENT', message: 'The recipient is unknown' },
} as const satisfies Partial<Record<Outcome, Refusal>>;

/** The refusal that an outcome stands for. */
export const refusalOf = (outcome: keyof typeof refusals): NamedRefusal => ({ outcome, ...refusals[outcome] });
