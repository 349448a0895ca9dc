import { setTimeout as pause } from 'node:timers/promises';
import type { OrderCounts } from '@waybill/contracts';
import { undefinedWhenUnavailable } from '@waybill/order-book-client';
import { cancellable } from '../live/cancellable.ts';
import { createSingleFlight } from '../live/single-flight.ts';
import type { Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import { createCharge } from './quota.ts';

const betweenMs = 1_000;
/** The cost of reading the counts again: a call. */
const reading = 11;

/** The counts of the order book; concurrent requests for the same counts share a call. */
export function createOrderCounts({ book, changeFeed, quota }: PortDependencies) {
  const ofCustomer = createSingleFlight((customerId: string) => book.counts({ customerId }));
  const ofAll = createSingleFlight((_: string) => book.counts());
  const counts = (customerId: string | null): Promise<OrderCounts> =>
    customerId === null ? ofAll('') : ofCustomer(customerId);

  return (caller: Caller) => {
    return {
      counts,

      /** Triggered by the change feed; while the book is unavailable, the stream waits. */
      countsChanged: (customerId: string | null) =>
        cancellable(async function* (cancelled): AsyncGenerator<OrderCounts, void, void> {
          const charge = createCharge(reading, caller, quota);
          const { notifier, unsubscribe } = changeFeed.subscribeAll();
          try {
            let seen = notifier.count;
            let sent = await counts(customerId);
            yield sent;
            while (!cancelled.aborted) {
              await pause(betweenMs, undefined, { signal: cancelled }).catch(() => undefined);
              await notifier.next(cancelled, seen);
              await charge(cancelled);
              if (cancelled.aborted) return;
              seen = notifier.count;
              const latest = await counts(customerId).catch(undefinedWhenUnavailable);
              if (!latest || JSON.stringify(latest) === JSON.stringify(sent)) continue;
              sent = latest;
              yield sent;
            }
          } finally {
            unsubscribe();
          }
        }),
    };
  };
}
