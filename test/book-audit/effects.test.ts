import type { Compensation, OrderState } from '@waybill/contracts/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minute, openTestProviders, type TestProviders } from '../../services/chaos/test/test-providers.ts';
import { aBookForThisFile } from '../../services/order-book/test/support/book-of-file.ts';
import { aWrite, dollars } from '../../services/order-book/test/support/orders.ts';
import { aPaymentRun, aRunWrite, captured } from '../../services/order-book/test/support/runs.ts';
import {
  compareEffects,
  type Difference,
  type EffectKind,
  effectsBegin,
  lookAgainAtEffects,
} from '../../worker/src/book-audit/effects.ts';

const { book, bookHas } = aBookForThisFile();

let providers: TestProviders;
beforeAll(async () => {
  providers = await openTestProviders({ labelTimeMs: 0 });
}, minute);
afterAll(() => providers.stop());

const closedAt = '2026-01-01T01:00:00.000Z';
const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const items = [{ sku: 'BOOK-001', name: 'Book', quantity: 2, unitPrice: dollars(5) }];

test('differences between the final state of an order and its money, stock and shipment are found, and none for a matching order', async () => {
  for (const orderId of ['e-shipped', 'e-unpaid-back', 'e-recalled']) await ship(orderId);
  await providers.payment.authorize({ orderId: 'e-held', customerId: 'c-1', amount: dollars(10) });
  await reserve('e-in-stock');
  await providers.payment.refund({ orderId: 'e-unpaid-back' });
  await providers.shipping.cancel({ orderId: 'e-recalled', part: 'SHIPMENT' });
  await bookHas(
    ...['e-shipped', 'e-unpaid-back', 'e-recalled'].map((orderId) => ended(orderId, 'SHIPPED')),
    ended('e-never-was', 'SHIPPED'),
    ...['e-held', 'e-in-stock', 'e-nothing'].map((orderId) => ended(orderId, 'CANCELLED')),
    aWrite({ orderId: 'e-open', status: 'PROCESSING' }),
  );

  const found = await compared('orders');

  expect(found).toEqual({
    'e-unpaid-back': ['MONEY_DIFFERS'],
    'e-recalled': ['SHIPMENT_DIFFERS'],
    'e-never-was': ['MONEY_DIFFERS', 'STOCK_DIFFERS', 'SHIPMENT_DIFFERS'],
    'e-held': ['HOLD_OPEN'],
    'e-in-stock': ['STOCK_DIFFERS'],
  });
});

test('an effect that a person settled is not a difference', async () => {
  await ship('s-settled');
  await providers.shipping.cancel({ orderId: 's-settled', part: 'SHIPMENT' });
  await providers.inventory.release({ orderId: 's-settled' });
  const refund = { name: 'REFUND_PAYMENT', undoes: 'CAPTURE_PAYMENT', status: 'COMPLETED' } as const;
  const done = { ...refund, attempt: 3, startedAt: closedAt, finishedAt: closedAt, error: null };
  await bookHas(ended('s-settled', 'FAILED', [{ ...done, settledBy: 'maria', note: 'by bank transfer' }]));
  await bookHas(ended('s-same', 'FAILED', [done]));
  await ship('s-same');

  const found = await compared('orders');

  expect(found['s-settled']).toBeUndefined();
  expect(found['s-same']).toContain('MONEY_DIFFERS');
});

test('the amount of a payment is its captured amount minus its refunds', async () => {
  for (const runId of ['RUN-e-kept', 'RUN-e-part', 'RUN-e-more']) await pay(runId);
  await providers.payment.refund({ orderId: 'RUN-e-part', amount: dollars(4) });
  await providers.payment.refund({ orderId: 'RUN-e-more', amount: dollars(4) });
  const paid = (runId: string, refunded: number | null = null) =>
    aRunWrite(aPaymentRun(runId, { status: 'COMPLETED', revision: 1, closedAt, payment: captured(runId, refunded) }));
  await book().runs.record('RUN-e-kept', paid('RUN-e-kept'));
  await book().runs.record('RUN-e-part', paid('RUN-e-part', 4));
  await book().runs.record('RUN-e-more', paid('RUN-e-more'));

  const found = await compared('runs');

  expect(found).toEqual({ 'RUN-e-more': ['MONEY_DIFFERS'] });
});

test('a difference in two audits needs a person until it is gone', async () => {
  await ship('a-twice');
  await bookHas(ended('a-twice', 'CANCELLED'), ended('a-once', 'CANCELLED'));
  await reserve('a-once');
  const first = await differencesIn('orders');
  const attentions = [await attention('a-twice')];
  await providers.inventory.release({ orderId: 'a-once' });

  const second = await lookAgainAtEffects(book(), providers.audit, 'orders', first);
  attentions.push(await attention('a-twice'), await attention('a-once'));
  await providers.shipping.cancel({ orderId: 'a-twice', part: 'SHIPMENT' });
  await providers.inventory.release({ orderId: 'a-twice' });
  await providers.payment.refund({ orderId: 'a-twice' });
  const third = await lookAgainAtEffects(book(), providers.audit, 'orders', second);
  attentions.push(await attention('a-twice'));

  expect(ids(first)).toEqual(expect.arrayContaining(['a-twice', 'a-once']));
  expect(ids(second)).toContain('a-twice');
  expect(ids(second)).not.toContain('a-once');
  expect(ids(third)).not.toContain('a-twice');
  expect(attentions).toEqual([null, 'UNBALANCED', null, null]);
});

test('a comparison starts where the previous one ended, or from the beginning after the book was restored', async () => {
  await bookHas(ended('c-before', 'SHIPPED'));
  const before = await book().changes();
  await bookHas(ended('c-after', 'SHIPPED'));

  const after = await compareEffects(book(), providers.audit, 'orders', { after: before.cursor, different: [] });
  const restored = await compareEffects(book(), providers.audit, 'orders', {
    after: '99999999.0123456789ab',
    different: [],
  });

  expect(ids(after.different)).toEqual(['c-after']);
  expect(restored).toEqual({ ...effectsBegin, compared: 0, hasMore: true });
});

const ended = (orderId: string, status: OrderState['status'], compensations: Compensation[] = []) =>
  aWrite({ orderId, status, compensations, closedAt, items });

async function pay(orderId: string): Promise<void> {
  const { authorizationId } = await providers.payment.authorize({ orderId, customerId: 'c-1', amount: dollars(10) });
  await providers.payment.capture({ orderId, authorizationId, amount: dollars(10) });
}

const reserve = (orderId: string) =>
  providers.inventory.reserve({ orderId, lines: [{ sku: 'BOOK-001', quantity: 2 }] });

async function ship(orderId: string): Promise<void> {
  await reserve(orderId);
  await pay(orderId);
  await providers.shipping.prepare({ orderId, lines: [{ sku: 'BOOK-001', quantity: 2 }] });
  await providers.shipping.createLabel({ orderId, address });
  await providers.shipping.dispatch({ orderId });
}

/** All that differs, whatever was compared before. */
async function differencesIn(kind: EffectKind): Promise<Difference[]> {
  let page = { ...effectsBegin, compared: 0, hasMore: true };
  while (page.hasMore) page = await compareEffects(book(), providers.audit, kind, page);
  return page.different;
}

const compared = async (kind: EffectKind) =>
  Object.fromEntries((await differencesIn(kind)).map(({ id, differences }) => [id, differences]));

const ids = (different: readonly Difference[]) => different.map(({ id }) => id);
const attention = async (orderId: string) => (await book().find(orderId))?.attention;
