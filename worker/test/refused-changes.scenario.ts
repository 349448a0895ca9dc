import type { WorkflowHandle } from '@temporalio/client';
import { Refused } from '@waybill/http-client';
import { describe, expect } from 'vitest';
import { eventually } from './support/eventually.ts';
import { patient } from './support/order.ts';
import { awaiting } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { gate } from './support/script.ts';
import { placing } from './support/standing-order-run.ts';
import { outcomeOf } from './support/workflow-end.ts';

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

/** Refuses until it has refused twice, as a book does until it is upgraded. */
function refusesTwice(): { takes: () => Promise<void>; refused: () => number } {
  let refused = 0;
  const takes = async () => {
    if (refused === 2) return;
    refused += 1;
    throw new Refused('INVALID_REQUEST', 'scripted: nobody knows this word');
  };
  return { takes, refused: () => refused };
}

describe('a last write that the book refuses', () => {
  scenario('is written again until the book accepts it, and the order has shipped', async ({ shop }) => {
    const store = shop(patient);
    const lastly = gate();
    store.script.scripts('notify', lastly.turn);
    await store.places();
    await store.untilCalled('notify');
    const { takes, refused } = refusesTwice();
    store.book.takes(takes);
    lastly.open();
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(order.closedAt).not.toBeNull();
    expect(refused()).toBe(2);
    expect(store.book.journal).toHaveLength(order.revision);
  });

  scenario('ends a run that the engine cancels meanwhile, as it was decided', async ({ run }) => {
    const stage = run(placing(null, 60_000, inAnHour()));
    await stage.starts();
    await eventually(async () => stage.book.journal().length > 0 || undefined);
    const { takes, refused } = refusesTwice();
    stage.book.takes(takes);
    await stage.tells('stop');
    await eventually(async () => refused() > 0 || undefined);
    await stage.handle.cancel();
    const { outcome, run: ended } = await stage.ends();

    expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
    expect(stage.book.journal()).toHaveLength(ended.revision);
  });

  scenario('is not repeated once another workflow has taken the order over', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    const { takes, refused } = refusesTwice();
    store.book.takes(async () => {
      if (refused() === 1) await store.book.takeOver(store.placed.orderId, 1);
      await takes();
    });
    await store.tells('reject', { reason: 'No' });
    await outcomeOf(store.handle);

    expect(store.book.order()).toMatchObject({ closedAt: null });
  });
});
