import type { BookedRun, Recorded, RecordRunRequest } from '@waybill/contracts';
import { type Money, type PaymentRun, type Refunded, type RunEntry, runAfterRefund } from '@waybill/contracts/domain';
import { type CallOptions, Refused } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';

type Book = Pick<OrderBookClient['runs'], 'find' | 'record'>;

/** How many concurrent writers may be faster before the engine retries the activity. */
const triesAtMost = 20;

/** Adds a refund to a closed run in the book, once. If another refund came first, the run is read again. */
export async function addRefund(
  book: Book,
  runId: string,
  refunded: Refunded & { at?: string },
  call: CallOptions,
): Promise<Recorded> {
  for (let tries = 1; ; tries++) {
    const booked = await book.find(runId, call);
    if (!isClosedPayment(booked)) throw new Error(`The order book has no closed payment ${runId}`);
    const { run, fingerprint } = booked;
    if (run.verdicts.some(({ commandId }) => commandId === refunded.commandId))
      return { revision: run.revision, seq: run.revision };
    const next = runAfterRefund(run, refunded, refunded.at ?? new Date().toISOString());
    try {
      return await book.record(runId, { run: next.run, entries: [next.entry], fingerprint, firm: true }, call);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      if (tries === triesAtMost) throw new Error(`Other refunds of ${runId} were always faster`, { cause: error });
    }
  }
}

/**
 * Writes a run. If it is closed in the book, with refunds that the run does not know, the run's own refunds are added
 * to them.
 */
export async function recordBesideRefunds(book: Book, request: RecordRunRequest, call: CallOptions): Promise<Recorded> {
  const { runId } = request.run;
  try {
    return await book.record(runId, request, call);
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    let recorded: Recorded = { revision: request.run.revision, seq: request.run.revision };
    for (const refunded of refundsIn(request)) recorded = await addRefund(book, runId, refunded, call);
    return recorded;
  }
}

/** The refunds among the entries of a write: the n-th last of the journal is the n-th last verdict on one. */
function refundsIn({ run, entries }: RecordRunRequest): (Refunded & { at: string })[] {
  if (run.kind !== 'PAYMENT' || !run.payment) return [];
  const { payment } = run;
  const refunds = entries.filter(({ type }) => type === 'REFUNDED');
  const verdicts = run.verdicts.filter(({ command }) => command === 'refund').slice(-refunds.length);
  return refunds.flatMap(({ at, detail }: RunEntry, index) => {
    const verdict = verdicts[index];
    const { amount, reason, correlationId = '' } = detail as { amount: Money; reason: string; correlationId?: string };
    return verdict ? [{ ...verdict, amount, reason, correlationId, payment, at }] : [];
  });
}

const isClosedPayment = (booked: BookedRun | undefined): booked is BookedRun & { run: PaymentRun } =>
  booked?.run.kind === 'PAYMENT' && booked.run.closedAt !== null;

const isOvertaken = (error: unknown): boolean => error instanceof Refused && error.code === 'RUN_CLOSED';
