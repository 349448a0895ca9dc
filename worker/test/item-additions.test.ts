import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/common';
import { type AddItemCommand, limits, type OrderItem, stepsOf } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { createItemAdditions } from '../src/workflows/order/commands/item-additions.ts';
import type { GrowingHold, Hold } from '../src/workflows/order/providers/hold.ts';
import type { OrderSaga } from '../src/workflows/order/saga/saga.ts';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';

const dollars = (amountMinor: number) => ({ amountMinor, currencyCode: 'USD' });
const mug: OrderItem = { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: dollars(900) };
const unshown = { status: () => undefined, total: () => undefined };

const called = () => Promise.reject(new Error('a provider was called'));
const unreachable: GrowingHold = { refusal: 'PAYMENT_REFUSED', grow: called, shrinkBack: called };

const failure = (cause: Error) =>
  new ActivityFailure('it failed', 'an activity', '1', 'MAXIMUM_ATTEMPTS_REACHED', 'worker', cause);

/**
 * Adds an item to an order with these items; no provider can be asked here, so what is not refused before that rejects.
 */
async function refusalOf(item: OrderItem, items: OrderItem[] = [mug], hold: GrowingHold = unreachable) {
  const placed = anOrder({ items });
  const order = OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
  order.awaitApproval(new Date(0));
  const saga = { runCancellable: (run: () => Promise<unknown>) => run(), throwIfHalted: () => undefined };
  const said: unknown[] = [];
  const command = { commandId: 'c-1', actor: 'maria', fingerprint: 'f', correlationId: '', byStaff: false, item };

  await new Promise<void>((resolve) => {
    const additions = createItemAdditions({
      order,
      saga: saga as unknown as OrderSaga,
      hold,
      placed,
      approvesAsSeen: () => true,
    });
    additions.add(command satisfies AddItemCommand, (...verdict) => {
      said.push(...verdict);
      resolve();
    });
  });
  return { said, items: order.state.items, total: order.state.total };
}

test('nothing is added to an order that is approved meanwhile, and grown holds are reduced again', async () => {
  const placed = anOrder({ items: [mug], requiresApproval: true });
  const order = OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
  order.steps.start('AWAIT_APPROVAL');
  order.awaitApproval(new Date(0));
  const saga = { runCancellable: (run: () => Promise<unknown>) => run(), throwIfHalted: () => undefined };
  const asked: unknown[] = [];
  let answer: () => void = () => undefined;
  const hold: GrowingHold = {
    refusal: 'PAYMENT_REFUSED',
    grow: ({ items, totalMinor }) => {
      asked.push(['grow', items.at(-1)?.sku, totalMinor]);
      return new Promise<void>((resolve) => {
        answer = resolve;
      });
    },
    shrinkBack: async ({ items, totalMinor }) => asked.push(['shrink back', items.at(-1)?.sku, totalMinor]),
  };
  const approvesAsSeen = () => true;
  const additions = createItemAdditions({ order, saga: saga as unknown as OrderSaga, hold, placed, approvesAsSeen });
  const add = (sku: string) =>
    new Promise<unknown>((resolve) => {
      const item = { ...mug, sku };
      const command = { commandId: sku, actor: 'ada', fingerprint: 'f', correlationId: '', byStaff: false, item };
      additions.add(command, resolve);
    });

  const [first, second] = [add('PEN'), add('CHAIR')];
  await Promise.resolve();
  order.setStatus('APPROVED');
  answer();

  expect([await first, await second]).toEqual(['ORDER_NOT_AWAITING_APPROVAL', 'ORDER_NOT_AWAITING_APPROVAL']);
  expect(asked).toEqual([
    ['grow', 'PEN', 2700],
    ['shrink back', 'MUG', 1800],
  ]);
  expect(order.state).toMatchObject({ items: [mug], total: dollars(1800) });
});

const declined = failure(ApplicationFailure.nonRetryable('The payment was declined', 'PAYMENT_DECLINED'));
const soldOut = failure(ApplicationFailure.nonRetryable('There is not enough stock', 'OUT_OF_STOCK'));
const broken = failure(ApplicationFailure.retryable('The service that does this did not answer as expected', 'FAULT'));
const silent = failure(new TimeoutFailure('no answer', undefined, 'START_TO_CLOSE'));

test.each<[string, GrowingHold['refusal'], ActivityFailure, unknown[]]>([
  ['declined by the bank', 'PAYMENT_REFUSED', declined, ['PAYMENT_REFUSED', 'The payment was declined']],
  ['sold out', 'INVALID_INPUT', soldOut, ['INVALID_INPUT', 'There is not enough stock']],
  ['lost by a bank that fails', 'PAYMENT_REFUSED', broken, ['SERVICE_UNAVAILABLE', broken.cause?.message]],
  ['lost by a warehouse that fails', 'INVALID_INPUT', broken, ['SERVICE_UNAVAILABLE', broken.cause?.message]],
  ['not answered in time', 'PAYMENT_REFUSED', silent, ['SERVICE_UNAVAILABLE', 'There was no answer in time']],
])(
  'an item that is %s is refused for that reason, and the order is unchanged',
  async (_what, refusal, failure, expected) => {
    const shrunk: Hold[] = [];
    const hold = { refusal, grow: () => Promise.reject(failure), shrinkBack: async (back: Hold) => shrunk.push(back) };

    const { said, items } = await refusalOf(mug, [mug], hold);

    expect(said).toEqual(expected);
    expect(items).toEqual([mug]);
    expect(shrunk.map(({ totalMinor }) => totalMinor)).toEqual(expected[0] === 'SERVICE_UNAVAILABLE' ? [1800] : []);
  },
);

const many = (sku: string, quantity: number): OrderItem => ({ ...mug, sku, quantity });
const hundred = Array.from({ length: limits.items }, (_, at) => many(`SKU-${at}`, 1));

test.each<[string, OrderItem, OrderItem[], string, string?]>([
  ['in another currency', { ...mug, unitPrice: { amountMinor: 900, currencyCode: 'EUR' } }, [mug], 'in USD'],
  ['beyond the last line', many('PEN', 1), hundred, `at most ${limits.items} items`],
  [
    'of which there would be too many',
    many('MUG', 1),
    [many('MUG', limits.quantity)],
    `at most ${limits.quantity} of one`,
    'quantity',
  ],
  ['that costs more than can be counted', { ...mug, unitPrice: dollars(Number.MAX_SAFE_INTEGER) }, [mug], 'too large'],
])(
  'an item %s is refused before any provider is called, and the order is unchanged',
  async (_which, item, items, why, field) => {
    const { said, ...left } = await refusalOf(item, items);

    expect(said).toEqual(['INVALID_INPUT', expect.stringContaining(why), ...(field ? [field] : [])]);
    expect(left).toEqual({ items, total: dollars(1800) });
  },
);
