import { ApplicationFailure, activityInfo, log } from '@temporalio/activity';
import { Refused } from '@waybill/http-client';
import { refusedSentence } from './customer-messages.ts';

/** From one refusal to the next write: doubled each time, up to the limit. */
const firstRetryMs = 1_000;
const maxRetryMs = 5 * 60_000;

/** Another workflow writes under this id: the book will not change its mind. */
const taken = ['IDEMPOTENCY_CONFLICT', 'TAKEN_OVER'];

type Write = {
  firm?: boolean | undefined;
  state: { closedAt: string | null };
  entries: readonly { seq: number }[];
  orderId: string;
};

/**
 * Writes to the book. The engine retries the last write of an order or run until the book accepts it, because no later
 * write contains it: a book that is older than its worker refuses what it does not know. The attempts leave no events.
 * A write that begins with the first entry is of an order or run that the book has never accepted, and is not retried.
 */
export async function untilAccepted<T>({ firm, state, entries, orderId }: Write, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const isLast = firm === true && state.closedAt !== null && entries[0]?.seq !== 1;
    if (!isLast || !(error instanceof Refused) || taken.includes(error.code)) throw error;
    const { attempt } = activityInfo();
    const nextRetryDelay = Math.min(firstRetryMs * 2 ** (attempt - 1), maxRetryMs);
    const { code, message } = error;
    log.warn('the order book refuses the last write', { orderId, attempt, code, error: message, nextRetryDelay });
    throw ApplicationFailure.create({
      type: code,
      message: refusedSentence(code),
      nextRetryDelay,
      details: [{ attempt }],
    });
  }
}
