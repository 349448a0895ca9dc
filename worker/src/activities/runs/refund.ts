import type { Money, RefundCommand, Refunded, RefundOutcome, RunVerdict } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Runs } from '@waybill/orders-client';
import { type CallOptions, type ProvidersClient, Refused } from '@waybill/providers-client';
import { createActivity, createProviderActivity, type OrderRef } from '../attempt.ts';
import { addRefund } from './refunds-in-book.ts';

type Refund = OrderRef & RefundCommand;

export type RefundDependencies = {
  providers: Pick<ProvidersClient, 'payment'>;
  book: Pick<OrderBookClient, 'runs'>;
  runs: Pick<Runs, 'tellRefund'>;
};

/** The activities of a refund by command: finding it, making it, and recording it. */
export const createRefundActivities = (dependencies: RefundDependencies) => ({
  findRefund: createProviderActivity(findRefund(dependencies)),
  giveBack: createProviderActivity(giveBack(dependencies)),
  recordRefund: createActivity(recordRefund(dependencies)),
});

export type RefundActivities = ReturnType<typeof createRefundActivities>;

/** Executions from before refunds were found by key have passed on the amount that was refunded before. */
type Earlier = { refundedBefore?: number | undefined };
type Found = Earlier & { outcome: RefundOutcome | null };

type Run<T extends Refund, Result> = (refund: T, call: CallOptions) => Promise<Result>;

/**
 * The result of this command so far. Before a capture there is nothing to refund, and a request would prevent the
 * capture.
 */
const findRefund =
  ({ providers: { payment }, book }: RefundDependencies): Run<Refund, Found> =>
  async ({ runId, commandId, fingerprint }, call) => {
    const [booked, paid] = await Promise.all([book.runs.find(runId, call), payment.status({ orderId: runId }, call)]);
    const verdict = booked?.run.verdicts.find((each) => each.commandId === commandId);
    if (verdict) return { outcome: outcomeOf(verdict, fingerprint) };
    return { outcome: paid?.captured ? null : nothingLeft };
  };

/**
 * The key is derived from the command, so that a retry is not a second refund; the amount refunded under this key
 * counts.
 */
const giveBack =
  ({ providers: { payment } }: RefundDependencies): Run<Refund & Earlier, { given: Money }> =>
  async ({ runId, commandId, amount }, call) => {
    const key = `${runId}:refund:${commandId}`;
    const request = { orderId: runId, ...(amount ? { amount } : {}) };
    const already = await payment.refund(request, { ...call, idempotencyKey: key }).then(() => null, asAlready);
    const given = await payment.refundBy({ orderId: runId, key }, call);
    if (!given) throw already ?? new Refused('ALREADY_REFUNDED', 'There is nothing left to give back');
    return { given };
  };

/** An open run records it itself. For a closed one it is recorded in the book here. */
const recordRefund =
  ({ providers: { payment }, book, runs }: RefundDependencies): Run<Refund & { given: Money }, object> =>
  async (refund, call) => {
    const { runId } = refund;
    const [booked, paid] = await Promise.all([book.runs.find(runId, call), payment.status({ orderId: runId }, call)]);
    if (!paid) throw new Error(`The provider does not know the payment ${runId} any more`);
    const refunded = refundedOf(refund, paid);
    if (booked?.run.closedAt) await addRefund(book.runs, runId, refunded, call);
    else if (!(await runs.tellRefund(runId, refunded)))
      throw new Error(`The workflow of ${runId} has ended, and the order book does not know how`);
    return {};
  };

const nothingLeft: RefundOutcome = {
  refusal: 'NOTHING_TO_DO',
  error: { code: 'NOTHING_TO_DO', message: 'There is nothing to give back' },
};

const outcomeOf = ({ command, ...verdict }: RunVerdict, fingerprint: string): RefundOutcome => {
  if (command === 'refund' && verdict.fingerprint === fingerprint) return { refusal: verdict.refusal, error: null };
  const message = 'The command id was already used for a different command';
  return { refusal: 'IDEMPOTENCY_CONFLICT', error: { code: 'IDEMPOTENCY_CONFLICT', message } };
};

function refundedOf(refund: Refund & { given: Money }, paid: Refunded['payment']): Refunded {
  const { commandId, fingerprint, actor, correlationId, given, reason } = refund;
  const { status, authorized, captured, refunded } = paid;
  const payment = { status, authorized, captured, refunded };
  return { commandId, fingerprint, actor, correlationId, amount: given, reason, payment };
}

/** "Already" says that money was refunded, but not by which command. */
function asAlready(error: unknown): Refused {
  if (error instanceof Refused && error.code === 'ALREADY_REFUNDED') return error;
  throw error;
}
