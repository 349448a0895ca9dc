import { fulfillment, shipment } from '@waybill/contracts/domain';
import { eventually } from './eventually.ts';
import type { Operation } from './operation.ts';
import type { TestShop } from './test-shop.ts';

/** Waits until the operation has failed so often, and waits for its next attempt. */
export async function hasFailed(store: TestShop, operation: Operation, times = 1): Promise<void> {
  await store.untilCalled(operation, times);
  await areWaiting(store, 1, times);
}

/** Waits until so many activities have failed so often, and wait for their next attempt. */
export const areWaiting = (store: TestShop, activities: number, times = 1): Promise<true> =>
  eventually(async () => {
    const waiting = (await attemptsAhead(store)).filter((attempt) => attempt > times);
    return waiting.length >= activities ? true : undefined;
  });

/** The numbers of the attempts for which the order or its shipment waits. */
async function attemptsAhead({ handle, placed }: TestShop): Promise<number[]> {
  const ids = [fulfillment.idFor(placed.orderId), shipment.idFor(placed.orderId)];
  const described = await Promise.all(
    ids.map((id) =>
      handle.client
        .getHandle(id)
        .describe()
        .catch(() => undefined),
    ),
  );
  return described
    .flatMap((description) => description?.raw.pendingActivities ?? [])
    .filter(({ nextAttemptScheduleTime }) => nextAttemptScheduleTime)
    .map(({ attempt }) => attempt ?? 0);
}

export const entry = ({ book }: TestShop, type: string) => book.journal.find((each) => each.type === type);

export const verdictIn = ({ book }: TestShop, command: string) =>
  book.order()?.verdicts.find((verdict) => verdict.command === command)?.refusal;
