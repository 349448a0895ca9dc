import { describe, expect } from 'vitest';
import { eventually } from './support/eventually.ts';
import type { Operation } from './support/operation.ts';
import { patient } from './support/order.ts';
import { ended, expectWhole, nothingOf, orderIn, recovered, untilHappened } from './support/recovery.ts';
import { scenario } from './support/scenario.ts';
import { gate, hangs } from './support/script.ts';

/** Each step that has an effect, with the one after it. */
const steps: { operation: Operation; next: Operation; before: string[]; undone: string[] }[] = [
  {
    operation: 'authorize',
    next: 'reserve',
    before: [],
    undone: [...nothingOf('cancel label', 'cancel shipment', 'refund', 'release stock'), 'release'],
  },
  {
    operation: 'reserve',
    next: 'capture',
    before: ['authorize'],
    undone: [...nothingOf('cancel label', 'cancel shipment', 'refund'), 'release stock', 'release'],
  },
  {
    operation: 'capture',
    next: 'prepare',
    before: ['authorize', 'reserve'],
    undone: [...nothingOf('cancel label', 'cancel shipment'), 'refund', 'release stock', ...nothingOf('release')],
  },
  {
    operation: 'prepare',
    next: 'label',
    before: ['authorize', 'reserve', 'capture'],
    undone: [...nothingOf('cancel label'), 'cancel shipment', 'refund', 'release stock', ...nothingOf('release')],
  },
  {
    operation: 'label',
    next: 'dispatch',
    before: ['authorize', 'reserve', 'capture', 'prepare'],
    undone: ['cancel label', 'cancel shipment', 'refund', 'release stock', ...nothingOf('release')],
  },
];

describe('an order whose workflow is terminated between the response of a provider and the write into the book', () => {
  scenario.for(steps)(
    '($operation) is fully compensated, newest first, and closed',
    async ({ operation, next, before, undone: undos }, { shop, workers }) => {
      const store = shop(patient);
      const answer = gate('works late');
      store.script.scripts(operation, answer.turn);
      store.script.scripts(next, hangs);
      await store.places();
      await store.untilCalled(operation);
      store.book.goesAway();
      answer.open();
      await untilHappened(store, operation);
      await ended(store);
      store.book.isBack();

      const outcome = await recovered(store, workers);

      expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
      expect(store.script.journal).toEqual([...before, operation, ...undos, 'notify FAILURE']);
      expectWhole(store, 'FAILED');
    },
  );

  scenario('whose book had missed a change gets its whole journal', async ({ shop, workers }) => {
    const store = shop(patient);
    const authorized = gate();
    const reserved = gate();
    store.script.scripts('authorize', authorized.turn);
    store.script.scripts('reserve', reserved.turn);
    store.script.scripts('capture', hangs);
    await store.places();
    await store.untilCalled('authorize');
    store.book.goesAway();
    authorized.open();
    await eventually(async () => store.book.missed > 0 || undefined);
    store.book.isBack();
    reserved.open();
    await eventually(async () => orderIn(store).currentStep === 'CAPTURE_PAYMENT' || undefined);
    expect(store.book.journal.length).toBeLessThan(orderIn(store).revision);
    await ended(store);

    await recovered(store, workers);

    expectWhole(store, 'FAILED');
  });

  scenario('(dispatch) has shipped, and nothing is undone', async ({ shop, workers }) => {
    const store = shop(patient);
    const answer = gate('works late');
    store.script.scripts('dispatch', answer.turn);
    await store.places();
    await store.untilCalled('dispatch');
    store.book.goesAway();
    answer.open();
    await untilHappened(store, 'dispatch');
    await ended(store);
    store.book.isBack();

    const outcome = await recovered(store, workers);

    expect(outcome).toMatchObject({ status: 'SHIPPED', failure: null, trackingNumber: 'TRACK-1' });
    expect(store.script.journal).toEqual([
      ...steps.map(({ operation }) => operation),
      'dispatch',
      'notify CONFIRMATION',
    ]);
    expect(store.book.order()).toMatchObject({ progress: 100, payment: { status: 'CAPTURED' }, compensations: [] });
    expectWhole(store, 'SHIPPED');
  });
});
