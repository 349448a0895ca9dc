import { startOrderBook } from '@waybill/order-book';
import { createOrderBookClient } from '@waybill/order-book-client';
import { openTestEngine } from '@waybill/orders-client/testing';
import { openLog } from '@waybill/platform';
import { freePort, startEngine, temporalExecutable } from '@waybill/temporal';
import { anOrder } from '../../clients/orders/testing/order.ts';
import type { GatewayGiven } from './gateway-process.ts';

/** A real engine with a worker of the simplified order workflow, and a real order book. */
export async function anEngine() {
  const executable = await temporalExecutable({ say: console.error, env: process.env });
  const engine = await startEngine({ executable, port: await freePort() });
  const server = await startOrderBook({ log: openLog('bench', 'silent'), now: () => new Date() });
  const book = createOrderBookClient({ baseUrl: server.url });
  const testEngine = await openTestEngine(engine.address, async ({ order, journal, fingerprint }) => {
    await book.record(order.orderId, { order, entries: journal, fingerprint });
  });
  const at: GatewayGiven['engine'] = { address: engine.address, namespace: testEngine.namespace, bookUrl: server.url };

  return {
    /** For a gateway on it. */
    at,
    pid: engine.pid,
    testEngine,
    /** An order that waits for approval, in the book too. */
    waitingOrder: async (): Promise<string> => {
      const { orderId } = await testEngine.orders.place(anOrder(), { idempotencyKey: null, caller: 'bench' });
      while (!(await book.find(orderId))) await new Promise((resolve) => setTimeout(resolve, 20));
      return orderId;
    },
    approve: (orderId: string) =>
      testEngine.orders.command(orderId, 'approve', {
        commandId: 'c-1',
        actor: 'bench',
        fingerprint: '',
        note: null,
      } as never),
    stop: async () => {
      await testEngine.close();
      await Promise.all([book.close(), server.stop()]);
      await engine.stop();
    },
  };
}

/** Runs with an engine, which is always stopped afterwards. */
export async function withEngine(run: (engine: Awaited<ReturnType<typeof anEngine>>) => Promise<void>): Promise<void> {
  const engine = await anEngine();
  try {
    await run(engine);
  } finally {
    await engine.stop();
  }
}
