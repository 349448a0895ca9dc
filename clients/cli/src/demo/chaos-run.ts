import { orThrow } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { follow, viewerFor } from '../watch/watch-orders.ts';
import { place } from './orders.ts';

type Fate = readonly [operation: string, ...outcomes: string[]];

/** Three succeed, four succeed after a retry, and three end otherwise. */
const fates: readonly (Fate | undefined)[] = [
  ...[undefined, undefined, undefined],
  ['payment.authorize', 'server_error'],
  ['payment.capture', 'server_error', 'lost_reply'],
  ['inventory.reserve', 'server_error'],
  ['shipping.label', 'server_error'],
  ['payment.authorize', 'insufficient_funds'],
  ['inventory.reserve', 'out_of_stock'],
  ['shipping.label', 'address_refused'],
];

export async function chaosRun(context: Context): Promise<string[]> {
  const { output, signal } = context;
  const client = await context.client();
  const stamp = Date.now();
  const ids: string[] = [];
  for (const [at, fate] of fates.entries()) {
    const orderId = `DEMO-${stamp}-${at}`;
    if (fate) {
      const [operation, ...outcomes] = fate;
      orThrow(await client.chaos.pin({ orderId, operation, outcomes }, { signal }));
      output.say(`pinChaos ${orderId}  ${operation}: ${outcomes.join(', ')}`);
    }
    ids.push(await place(context, { orderId }));
  }
  output.say('');
  const viewer = viewerFor(output, ids, true);
  const orders = await follow(client, ids, {}, { viewer: output.isForPeople ? viewer : silent, signal });
  output.say(`\n${summary(orders.map(({ status }) => status))}`);
  return ids;
}

const silent = { see: () => undefined, end: () => undefined };

const summary = (statuses: readonly string[]) =>
  [...new Set(statuses)].map((status) => `${statuses.filter((each) => each === status).length} ${status}`).join(', ');
