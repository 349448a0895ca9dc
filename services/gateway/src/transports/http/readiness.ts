import type { OrderBookClient } from '@waybill/order-book-client';
import type { Orders } from '@waybill/orders-client';
import { faultLine, type Log } from '@waybill/platform';

export type Readiness = { ready: boolean; engine: boolean; orderBook: boolean; draining: boolean };

type Options = {
  orders: Pick<Orders, 'reachable'>;
  book: Pick<OrderBookClient, 'changes'>;
  draining: () => boolean;
  log: Log;
};

const patienceMs = 1_000;

/**
 * A gateway is ready once it has reached the engine and the order book, each at least once, until it drains. A later
 * outage of either is reported but does not count: it would take every replica out of service, although they go on to place
 * orders without the book, and to read them without the engine. One that has never reached them probably has a wrong
 * setting: a rolling release stops at it.
 */
export function createReadiness({ orders, book, draining, log }: Options): () => Promise<Readiness> {
  const engine = createReached('TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE', log, async () => {
    let fault: unknown;
    if (!(await orders.reachable(patienceMs, (error) => (fault = error)))) throw fault;
  });
  const orderBook = createReached('WAYBILL_ORDER_BOOK_URL', log, () => book.changes({ deadlineMs: patienceMs }));
  return async () => {
    const [engineAnswers, bookAnswers] = await Promise.all([engine.answers(), orderBook.answers()]);
    const ready = engine.hasAnswered() && orderBook.hasAnswered() && !draining();
    return { ready, engine: engineAnswers, orderBook: bookAnswers, draining: draining() };
  };
}

/** Tells whether something has ever answered, and logs why not: each reason once, until it has. */
function createReached(settings: string, log: Log, call: () => Promise<unknown>) {
  let hasAnswered = false;
  let logged = '';
  const failed = (error: unknown) => {
    const reason = faultLine(error);
    if (!hasAnswered && reason !== logged) log.warn({ error: `${settings}: ${reason}` }, 'the gateway is not ready');
    logged = reason;
    return false;
  };
  const answered = () => {
    hasAnswered = true;
    return true;
  };
  return { answers: () => call().then(answered, failed), hasAnswered: () => hasAnswered };
}
