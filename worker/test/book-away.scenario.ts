import { describe, expect } from 'vitest';
import { patient } from './support/order.ts';
import { awaiting } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { gate } from './support/script.ts';

describe('an unavailable book', () => {
  scenario('delays no signal, and has the whole journal once it is back', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    store.book.goesAway();

    await store.tells('approve');
    await store.until(({ status }) => status === 'SHIPPED');
    store.book.isBack();
    const { order } = await store.ends();

    expect(store.book.journal.map(({ seq }) => seq)).toEqual(store.book.journal.map((_, at) => at + 1));
    expect(store.book.journal).toHaveLength(order.revision);
  });

  scenario('receives nothing after the last entry, although commands arrive until it is back', async ({ shop }) => {
    const store = shop(patient);
    const lastly = gate();
    store.script.scripts('notify', lastly.turn);
    await store.places();
    await store.untilCalled('notify');
    store.book.goesAway();
    lastly.open();
    await store.until(({ closedAt }) => closedAt !== null);

    await store.tells('cancel', { reason: 'too late' });
    await store.until(({ verdicts }) => verdicts.length > 0);
    store.book.isBack();
    await store.ends();

    expect(store.book.journal.at(-1)).toMatchObject({ type: 'ORDER_CLOSED' });
  });
});
