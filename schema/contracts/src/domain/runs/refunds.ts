import type { CommandEnvelope } from '../commands.ts';
import type { Money, Payment } from '../order.ts';
import type { RunRefusal } from './kinds.ts';
import type { PaymentRun, RunEntry, RunVerdict } from './state.ts';

/** The result of a refund by command, as it is reported to its run. */
export type Refunded = Omit<CommandEnvelope, 'byStaff'> & {
  amount: Money;
  reason: string;
  /** The payment at the provider afterwards. */
  payment: Omit<Payment, 'id'>;
};

export const verdictOnRefund = ({ commandId, fingerprint, actor }: Refunded, at: string): RunVerdict => ({
  commandId,
  command: 'refund',
  fingerprint,
  actor,
  at,
  refusal: null,
  message: null,
});

export const detailOfRefund = ({ amount, reason }: Refunded): Record<string, unknown> => ({ amount, reason });

/** The newer of two states of one payment, which is the one with more refunds: replies may overtake each other. */
export const laterPayment = <Known extends Pick<Payment, 'refunded'>, Other extends Pick<Payment, 'refunded'>>(
  known: Known | null,
  other: Other,
): Known | Other => (known && (known.refunded?.amountMinor ?? 0) > (other.refunded?.amountMinor ?? 0) ? known : other);

/** A closed run after a refund: its next revision, and the journal entry. */
export function runAfterRefund(run: PaymentRun, refunded: Refunded, at: string): { run: PaymentRun; entry: RunEntry } {
  const { actor, correlationId, payment } = refunded;
  const seq = run.revision + 1;
  const detail = { ...detailOfRefund(refunded), ...(correlationId ? { correlationId } : {}) };
  return {
    run: {
      ...run,
      payment: { id: run.payment?.id ?? `PAY-${run.runId}`, ...laterPayment(run.payment, payment) },
      verdicts: [...run.verdicts, verdictOnRefund(refunded, at)],
      revision: seq,
      updatedAt: at,
    },
    entry: { seq, type: 'REFUNDED', at, actor, step: null, detail },
  };
}

const refusals: Partial<Record<string, RunRefusal>> = {
  ALREADY_REFUNDED: 'NOTHING_TO_DO',
  REFUND_EXCEEDS_CAPTURE: 'INVALID_INPUT',
  CURRENCY_MISMATCH: 'INVALID_INPUT',
};

/** Why a refund was refused, by the code of the provider's refusal. */
export const refusalOfRefund = (code: string): RunRefusal => refusals[code] ?? 'PAYMENT_REFUSED';
