import type { BookedRun, PaymentRecord } from '@waybill/contracts';
import {
  type Money,
  type PaymentRun,
  type RefundCommand,
  type Refunded,
  type RefundOutcome,
  type RunVerdict,
  runAfterRefund,
} from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Runs } from '@waybill/orders-client';
import { type ProvidersClient, Refused } from '@waybill/providers-client';
import { createActivity, createProviderActivity, type OrderRef } from '../attempted.ts';

type Refund = OrderRef & RefundCommand;
type Found = { outcome: RefundOutcome | null; refundedBefore: number };

export type RefundDependencies = {
  providers: Pick<ProvidersClient, 'payment'>;
  book: Pick<OrderBookClient, 'runs'>;
  runs: Pick<Runs, 'tellRefund'>;
};

/** The refund of a payment by command: looked for, made, and told. */
export const createRefundActivities = ({ providers: { payment }, book, runs }: RefundDependencies) => ({
  /** What became of this command before, and otherwise how much had been refunded before it. */
  findRefund: createProviderActivity(async ({ runId, commandId, fingerprint }: Refund, call): Promise<Found> => {
    const [booked, paid] = await Promise.all([book.runs.find(runId, call), payment.status({ orderId: runId }, call)]);
    const verdict = booked?.run.verdicts.find((each) => each.commandId === commandId);
    const refundedBefore = paid?.refunded?.amountMinor ?? 0;
    if (verdict) return { outcome: outcomeOf(verdict, fingerprint), refundedBefore };
    const left = (paid?.captured?.amountMinor ?? 0) - refundedBefore;
    return { outcome: left > 0 ? null : nothingLeft, refundedBefore };
  }),

  /** The key comes from the command, so that a second try is no second refund. */
  giveBack: createProviderActivity(async (refund: Refund & { refundedBefore: number }, call) => {
    const { runId, commandId, amount, refundedBefore } = refund;
    const hasGrown = ({ refunded }: PaymentRecord) => (refunded?.amountMinor ?? 0) > refundedBefore;
    const request = { orderId: runId, ...(amount ? { amount } : {}) };
    const { payment: paid } = await payment
      .refund(request, { ...call, idempotencyKey: `${runId}:refund:${commandId}` })
      .catch(async (error: unknown) => {
        const found = isAlready(error) ? await payment.status({ orderId: runId }, call) : null;
        if (!found || !hasGrown(found)) throw error;
        return { payment: found };
      });
    if (!hasGrown(paid)) throw new Refused('ALREADY_REFUNDED', 'There is nothing left to give back');
    return { payment: paid, given: amount ?? partOf(paid, refundedBefore) };
  }),

  /** An open run tells it itself. Of a closed one the book is told here, and once more where another refund came between. */
  recordRefund: createActivity(async (refund: Refund & { given: Money }, call) => {
    const { runId, commandId } = refund;
    const paid = await payment.status({ orderId: runId }, call);
    if (!paid) throw new Error(`The provider does not know the payment ${runId} any more`);
    const refunded = refundedOf(refund, paid);
    if (await runs.tellRefund(runId, refunded)) return {};
    const booked = await book.runs.find(runId, call);
    if (!isPayment(booked)) throw new Error(`The order book has no payment ${runId}`);
    if (booked.run.verdicts.some((verdict) => verdict.commandId === commandId)) return {};
    const { run, entry } = runAfterRefund(booked.run, refunded, new Date().toISOString());
    await book.runs
      .record(runId, { run, entries: [entry], fingerprint: booked.fingerprint, firm: true }, call)
      .catch(triedAgainWhenOvertaken);
    return {};
  }),
});

export type RefundActivities = ReturnType<typeof createRefundActivities>;

const nothingLeft: RefundOutcome = {
  refusal: 'NOTHING_TO_DO',
  error: { code: 'NOTHING_TO_DO', message: 'There is nothing to give back' },
};

const outcomeOf = ({ command, ...verdict }: RunVerdict, fingerprint: string): RefundOutcome => {
  if (command === 'refund' && verdict.fingerprint === fingerprint) return { refusal: verdict.refusal, error: null };
  const message = 'The command id was used before, for something else';
  return { refusal: 'IDEMPOTENCY_CONFLICT', error: { code: 'IDEMPOTENCY_CONFLICT', message } };
};

const partOf = ({ captured, refunded }: PaymentRecord, before: number): Money => {
  if (!captured || !refunded) throw new Error('A payment that was refunded was captured');
  return { ...refunded, amountMinor: refunded.amountMinor - before };
};

function refundedOf(refund: Refund & { given: Money }, paid: PaymentRecord): Refunded {
  const { commandId, fingerprint, actor, correlationId, given, reason } = refund;
  const { status, authorized, captured, refunded } = paid;
  return {
    commandId,
    fingerprint,
    actor,
    correlationId,
    amount: given,
    reason,
    payment: { status, authorized, captured, refunded },
  };
}

const isAlready = (error: unknown) => error instanceof Refused && error.code === 'ALREADY_REFUNDED';

const isPayment = (booked: BookedRun | undefined): booked is BookedRun & { run: PaymentRun } =>
  booked?.run.kind === 'PAYMENT';

/** Another refund was told first: the next attempt reads the run again. */
function triedAgainWhenOvertaken(error: unknown): never {
  if (error instanceof Refused && error.code === 'RUN_CLOSED') throw new Error('Another refund was told meanwhile');
  throw error;
}
