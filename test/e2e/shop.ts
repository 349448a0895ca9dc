import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectOptions, connect, orThrow } from '@waybill/client';
import type { PaymentRecord } from '@waybill/contracts';
import { freePorts, type Stack, startStack, withOwnEngine } from '@waybill/stack';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';

/** A step that is lost with its worker is retried after its time-out. */
const settings = {
  WAYBILL_LABEL_TIME: 'PT3S',
  WAYBILL_CHAOS_LATENCY: 'PT0.3S',
  WAYBILL_CAPTURE_PAYMENT_TIMEOUT: 'PT6S',
  LOG_LEVEL: 'warn',
};

/** The real system with every process, on free ports and in its own folder. */
export async function aSystemOfProcesses() {
  const system = await openStack();
  const { stack, said } = system;

  const clientOver = (transport: NonNullable<ConnectOptions['transport']>) => {
    const url = `${stack().addresses.gateway}/graphql`;
    return connect({ url, token: () => stack().tokens?.operator ?? '', WebSocket, transport });
  };
  const client = clientOver('ws');
  const status = (path: string) => fetch(`${stack().addresses.chaos}/${path}/status`).then((answer) => answer.json());
  return {
    clientOver,
    place: async () => {
      const [product] = await client.catalogue.list();
      return orThrow(await client.orders.place({ ...customer, items: [{ sku: product?.sku ?? '', quantity: 1 }] }))
        .order;
    },
    /** Everything that a watcher sees. */
    watch: (id: string) => collecting(client.orders.watch(id)),
    /** Every entry once, across whatever is killed. */
    journal: (id: string) => collecting(client.orders.events(id)),
    paymentOf: (id: string) => status(`payment/${id}`) as Promise<PaymentRecord>,
    shipmentOf: (id: string) => status(`shipping/${id}`) as Promise<{ status: string; trackingNumber: string | null }>,
    /** Kills a process; returns a function that waits until it is back. */
    kill: (name: Parameters<Stack['pidOf']>[0]) => {
      const told = said.length;
      process.kill(stack().pidOf(name), 'SIGKILL');
      return { back: () => eventually(`${name} is back`, () => said.slice(told).some((it) => it.includes('is back'))) };
    },
    close: () => stack().stop(),
    reopen: system.reopen,
    [Symbol.asyncDispose]: async () => {
      client.close();
      await stack().stop();
      await system.forget();
    },
  };
}

/** A stack that can be restarted in the same folder, with its output. */
async function openStack() {
  const stateDir = await mkdtemp(join(tmpdir(), 'waybill-shop-'));
  const ports = await freePorts();
  const said: string[] = [];
  const forget = () => rm(stateDir, { recursive: true, force: true });
  const open = (): Promise<Stack> => {
    const { DATABASE_URL, ...env } = withOwnEngine(process.env);
    return startStack({
      ports,
      stateDir,
      env: { ...env, ...settings },
      signal: new AbortController().signal,
      telling: { say: (line) => said.push(line), arrived: () => undefined },
    });
  };
  let stack = await open().catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const reopen = async () => {
    stack = await open();
  };
  return { stack: () => stack, said, forget, reopen };
}

const eventually = (what: string, holds: () => boolean) =>
  vi.waitFor(() => expect(holds(), `Waited in vain: ${what}`).toBe(true), { timeout: 60_000, interval: 10 });

const customer = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
};

function collecting<T>(stream: AsyncIterable<T>) {
  const seen: T[] = [];
  const ended = (async () => {
    for await (const item of stream) seen.push(item);
    return seen;
  })();
  ended.catch(() => undefined); // whoever waits for it sees the error; a stream may also be left at the end of a test
  return {
    ended,
    until: (holds: (item: T) => boolean) => eventually('a change that was expected', () => seen.some(holds)),
  };
}
