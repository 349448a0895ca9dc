import type { FulfillmentPlan } from '@waybill/client';
import type { Random } from '@waybill/random';

export type Wish = {
  orderId: string;
  requiresApproval: boolean;
  plan: FulfillmentPlan;
  answer: 'approve' | 'reject' | 'cancel' | 'none';
  afterMs: number;
  /** What is changed before the answer. */
  changes: Change[];
  /** Whether something is still asked when all is over. */
  comesLate: boolean;
  /** Somebody ends the order's workflow after so long. */
  terminatedAfterMs: number | undefined;
};

export type Change = 'item' | 'address';

/** Of a hundred orders so many are changed, and so many lose their workflow. */
const changedShare = 0.5;
const terminatedShare = 0.08;

/** The next order, and what is done to it; all of it is drawn before any fault. */
export function wishOf(random: Random, number: number, seed: number): Wish {
  const requiresApproval = random.next() < 0.4;
  const mood = random.next();
  return {
    orderId: `T-${seed}-${number}`,
    requiresApproval,
    plan: random.oneOf<FulfillmentPlan>(['AUTHORIZE_FIRST', 'AUTHORIZE_FIRST', 'RESERVE_FIRST']),
    answer: mood < 0.15 ? 'cancel' : requiresApproval && mood < 0.3 ? 'reject' : requiresApproval ? 'approve' : 'none',
    afterMs: random.between(0, 4_000),
    changes:
      random.next() < changedShare ? random.oneOf<Change[]>([['item'], ['address'], ['item', 'address', 'item']]) : [],
    comesLate: random.next() < 0.3,
    terminatedAfterMs: random.next() < terminatedShare ? random.between(0, 8_000) : undefined,
  };
}
