import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { connect, orThrow } from '@waybill/client';
import { fulfillment } from '@waybill/contracts/domain';
import type { Stack } from '@waybill/stack';
import { answering, given } from '../gateway/child.ts';
import { rateOf, toBeShipped } from '../orders/orders.ts';
import { withSystem } from '../orders/system.ts';

const atOnce = 20;
const millisecondsATick = 10;

const book = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: { street: '1 First Street', city: 'London', zip: 'N1', country: 'GB' },
};

const { metrics = false, settings = {} } = given<{ metrics?: boolean; settings?: object }>();

/** The first of five ports that no other process of this machine is given by chance: below those that are. */
const metricsPort = `${10_000 + (process.pid % 4_000) * 5}`;
const allSettings = { NODE_ENV: 'development', ...(metrics ? { WAYBILL_METRICS_PORT: metricsPort } : {}), ...settings };

await withSystem(async ({ stack, client }) => {
  const shipOne = shipping(stack, client);
  answering({
    /** The CPU time of an order in all processes but the engine, in milliseconds. */
    cpuOf: async (orders: number) => {
      const before = cpuMs();
      await rateOf(orders, atOnce, shipOne);
      return (cpuMs() - before) / orders;
    },
  });
  await new Promise(() => undefined);
}, allSettings);

/** Places an order through the gateway, where its trace begins, and sees it shipped. */
function shipping({ addresses, tokens }: Stack, client: Client) {
  const api = connect({ url: `${addresses.gateway}/graphql`, token: tokens?.customer ?? '' });
  return async () => {
    const { order } = orThrow(await api.orders.place(book));
    await toBeShipped(client.workflow.getHandle(fulfillment.idFor(order.id)));
  };
}

/** The CPU time of this process's descendants, except the engine. */
function cpuMs(): number {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  const ofOurs = new Set([process.pid]);
  for (let known = 0; known !== ofOurs.size; ) {
    known = ofOurs.size;
    for (const { pid, parent } of processes) if (ofOurs.has(parent)) ofOurs.add(pid);
  }
  ofOurs.delete(process.pid);
  const counted = processes.filter(({ pid, command }) => ofOurs.has(pid) && !command.includes('temporal'));
  return counted.reduce((sum, { ticks }) => sum + ticks, 0) * millisecondsATick;
}

function statOf(pid: string) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, command = ''] = /\((.*)\)/.exec(stat) ?? [];
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid: Number(pid), command, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return []; // it has ended meanwhile
  }
}
