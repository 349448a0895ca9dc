import { orThrow, type PlaceOrderInput } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { describe } from '../commands/describe.ts';
import { watchOrders } from '../commands/watch.ts';
import { sampleFor } from '../input/placement.ts';
import { moneyText, orderLine } from '../output/order-lines.ts';

type Given = Partial<PlaceOrderInput>;

/** Orders the first product of the catalogue, to a sample address. */
export async function place(context: Context, given: Given): Promise<string> {
  const client = await context.client();
  const [product] = await client.catalogue.list({ signal: context.signal });
  const items = [{ sku: product?.sku ?? 'MUG-001', quantity: 1 }];
  const sample = await sampleFor({ ...context, note: () => undefined }, given);
  const { order } = orThrow(await client.orders.place({ ...sample, items, ...given }, { signal: context.signal }));
  context.output.say(`placeOrder → ${order.id}, ${moneyText(order.total)}`);
  return order.id;
}

export async function placeAndWatch(context: Context, given: Given, times = 1): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < times) ids.push(await place(context, given));
  await show(context, ids.slice(0, 1));
  return [...new Set(ids)];
}

export async function approveAfterwards(context: Context): Promise<string[]> {
  const { id, orders } = await placeAndAwaitApproval(context, {});
  orThrow(await orders.approve(id, { note: 'waybill demo' }));
  context.output.say('approveOrder → ApproveOrderPayload');
  await show(context, [id]);
  return [id];
}

export async function rejectAfterwards(context: Context): Promise<string[]> {
  const { id, orders } = await placeAndAwaitApproval(context, {});
  orThrow(await orders.reject(id, 'waybill demo'));
  context.output.say('rejectOrder → RejectOrderPayload');
  await show(context, [id]);
  return [id];
}

export async function cancelAfterwards(context: Context): Promise<string[]> {
  const { id, orders } = await placeAndAwaitApproval(context, { plan: 'RESERVE_FIRST' });
  orThrow(await orders.cancel(id, 'waybill demo'));
  context.output.say('cancelOrder → CancelOrderPayload');
  await show(context, [id]);
  if (context.output.isForPeople) await describe(context, id);
  return [id];
}

async function placeAndAwaitApproval(context: Context, given: Given) {
  const id = await place(context, { requiresApproval: true, ...given });
  const { orders } = await context.client();
  const order = await orders.waitFor(id, 'AWAITING_APPROVAL', { signal: context.signal, timeout: 60_000 });
  context.output.say(orderLine(order));
  return { id, orders };
}

async function show(context: Context, ids: readonly string[]): Promise<void> {
  const { isForPeople } = context.output;
  if (isForPeople) return watchOrders(context, ids, {});
  const { orders } = await context.client();
  for await (const order of orders.watch(ids[0] ?? '', { signal: context.signal })) if (order.closedAt) return;
}
