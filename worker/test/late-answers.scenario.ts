import { describe, expect } from 'vitest';
import { scenario } from './support/scenario.ts';
import type { Shop } from './support/shop.ts';

describe('an order that is cancelled while its own task waits', () => {
  scenario('for a book that then fails does the same when its history is replayed', async ({ shop, street }) => {
    const store = shop();
    const { opened, open } = gate();
    store.book.waitsFor(opened);

    await cancelledInItsTask(store, 2);
    store.book.goesAway();
    open();
    await store.untilHistoryHas('EVENT_TYPE_ACTIVITY_TASK_SCHEDULED', 2);
    store.book.isBack();
    const { order } = await store.ends();

    expect(order.status).toBe('CANCELLED');
    await expect(street.replays(await store.handle.fetchHistory())).resolves.toBeUndefined();
  });

  scenario('for a slow validation does the same when its history is replayed', async ({ shop, street }) => {
    const store = shop();
    const { opened, open } = gate();
    store.validates = opened;

    await cancelledInItsTask(store, 3);
    open();
    const { order } = await store.ends();

    expect(order.status).toBe('CANCELLED');
    await expect(street.replays(await store.handle.fetchHistory())).resolves.toBeUndefined();
  });
});

/** A task of one second is given back, and goes on as the next one, before what it waits for has come. */
async function cancelledInItsTask(store: Shop, number: number): Promise<void> {
  await store.places({ workflowTaskTimeout: '1s' });
  await store.untilHistoryHas('EVENT_TYPE_WORKFLOW_TASK_STARTED');
  await store.tells('cancel', { reason: 'changed my mind' });
  await store.untilHistoryHas('EVENT_TYPE_WORKFLOW_TASK_STARTED', number);
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
