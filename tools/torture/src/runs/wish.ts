import type { RunKind } from '@waybill/contracts/domain';
import type { Random } from '@waybill/random';

export type RunWish = {
  runId: string;
  kind: RunKind;
  /** A payment is cancelled while it may be. */
  isCancelled: boolean;
  /** What is given back of a payment once it is over, in dollars; '' for all of it. */
  refunds: string[];
};

/** The next run, and what is done to it; all of it is drawn before any fault. */
export function runWishOf(random: Random, number: number, seed: number): RunWish {
  const kind = random.oneOf<RunKind>(['PAYMENT', 'PAYMENT', 'STANDING_ORDER', 'USER_CONTEXT', 'GREETING']);
  const isPayment = kind === 'PAYMENT';
  return {
    runId: `${kind === 'STANDING_ORDER' ? 'STO' : 'RUN'}-T-${seed}-${number}`,
    kind,
    isCancelled: random.next() < 0.3 && isPayment,
    refunds: isPayment ? random.oneOf([[], ['3.00'], ['3.00', '4.00'], [''], ['3.00', '']]) : [],
  };
}
