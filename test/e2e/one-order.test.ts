import type { OrderDetailsFragment } from '@waybill/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSystemOfProcesses } from './shop.ts';

let shop: Awaited<ReturnType<typeof aSystemOfProcesses>>;
beforeAll(async () => {
  shop = await aSystemOfProcesses();
});
afterAll(() => shop[Symbol.asyncDispose]());

test('one order has the same end over a socket, in an event stream and by polling', async () => {
  const order = await shop.place();

  const [overSocket, byEventStream] = await Promise.all(
    (['ws', 'sse'] as const).map((transport) => collected(shop.clientOver(transport).orders.watch(order.id))),
  );
  const asked = await shop.clientOver('sse').orders.get(order.id);

  expect(overSocket?.at(-1)).toMatchObject({ status: 'SHIPPED', progress: 100 });
  expect(shown(byEventStream?.at(-1))).toEqual(shown(overSocket?.at(-1)));
  expect(shown(asked)).toEqual(shown(overSocket?.at(-1)));
});

/** But for the time at which somebody looked. */
const shown = ({ asOf, ...order }: Partial<OrderDetailsFragment> = {}) => order;

test('a late subscriber of an order reads its whole journal', async () => {
  const order = await shop.place();
  const live = await shop.journal(order.id).ended;

  const late = await shop.journal(order.id).ended;

  expect(late).toEqual(live);
  expect(late.map(({ seq }) => seq)).toEqual(late.map((_, index) => index + 1));
  expect(late.at(-1)?.type).toBe('ORDER_CLOSED');
});

async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
