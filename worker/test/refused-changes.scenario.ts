import type { WorkflowHandle } from '@temporalio/client';
import { Refused } from '@waybill/http-client';
import { describe, expect } from 'vitest';
import { eventually } from './support/eventually.ts';
import { awaiting } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { placing } from './support/standing-order-run.ts';

const secondStreet = { street: '2 Second Street', city: 'London', state: null, zip: 'N2', country: 'GB' };
const inAnHour = () => new Date(Date.now() + 60 * 60_000);

type Told = { handle: WorkflowHandle; book: { takes: (itsTime: () => Promise<void>) => void } };

/** As a book does that is older than its workers: it does not know a word of the change. */
async function refusing({ book, handle }: Told, tells: () => Promise<void>): Promise<void> {
  book.takes(() => Promise.reject(new Refused('INVALID_REQUEST', 'scripted: nobody knows this word')));
  await tells();
  await eventually(async () => {
    const { events } = await handle.fetchHistory();
    return events?.some(({ activityTaskFailedEventAttributes: failed }) => failed) || undefined;
  });
  book.takes(async () => {});
}

describe('a change that the book refuses to record', () => {
  scenario('keeps no order from its end, which the book has with all that came before', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));

    await refusing(store, () => store.tells('changeAddress', { address: secondStreet }));
    await store.tells('approve');
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(store.book.journal).toHaveLength(order.revision);
    expect(order.shippingAddress).toEqual(secondStreet);
  });

  scenario('keeps no standing order from its end, which the book has with all that came before', async ({ run }) => {
    const stage = run(placing(null, 60_000, inAnHour()));
    await stage.starts();
    await eventually(async () => stage.book.journal().length > 0 || undefined); // the first write may not be refused

    await refusing(stage, () => stage.tells('pause'));
    await stage.tells('stop');
    const { outcome, run: ended } = await stage.ends();

    expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
    expect(stage.book.journal()).toHaveLength(ended.revision);
    expect(stage.book.journal().map(({ type }) => type)).toContain('PAUSED');
  });
});
