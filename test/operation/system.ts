import { setTimeout as pause } from 'node:timers/promises';
import { bundledWorkflows } from '@waybill/bundles';
import { connect, orThrow, Unavailable, type Waybill } from '@waybill/client';
import { freePort } from '@waybill/temporal';
import { aToken, secret } from '../../services/gateway/test/support/tokens.ts';
import { answering, createProcesses, reachingTheEngine } from './processes.ts';

type Environment = Record<string, string>;
export type Service = 'chaos' | 'book' | 'worker' | 'gateway';
export type System = Awaited<ReturnType<typeof startSystem>>;

const services = ['chaos', 'book', 'worker', 'gateway'] as const;

const url = (port: number) => `http://127.0.0.1:${port}`;

/** Every process of the product, with the settings of a deployment and additional settings for all or for one. */
export async function startSystem(
  address: string,
  all: Environment = {},
  own: Partial<Record<Service, Environment>> = {},
) {
  const processes = createProcesses();
  const [chaos, book, gateway] = [await freePort(), await freePort(), await freePort()];
  const metrics = {} as Record<Service, number>;
  for (const service of services) metrics[service] = await freePort();
  const listening: Record<Service, Environment> = {
    chaos: { WAYBILL_CHAOS_PORT: `${chaos}`, WAYBILL_LABEL_TIME: 'PT0.2S' },
    book: { WAYBILL_ORDER_BOOK_PORT: `${book}` },
    worker: { WAYBILL_WORKFLOW_BUNDLE: await bundledWorkflows() },
    gateway: { WAYBILL_GATEWAY_PORT: `${gateway}`, WAYBILL_JWT_SECRET: secret },
  };
  const neighbours = { TEMPORAL_ADDRESS: address, WAYBILL_CHAOS_URL: url(chaos), WAYBILL_ORDER_BOOK_URL: url(book) };
  const start = (service: Service, more: Environment = {}) =>
    processes.start(service === 'book' ? 'order-book' : service, {
      ...neighbours,
      ...listening[service],
      WAYBILL_METRICS_PORT: `${metrics[service]}`,
      ...all,
      ...own[service],
      ...more,
    });
  const children = Object.fromEntries(services.map((service) => [service, start(service)]));
  const scraped = services.map((service) => `${url(metrics[service])}/metrics`);
  const paths = [`${url(chaos)}/ready`, `${url(book)}/ready`, ...scraped];
  await Promise.race([Promise.all([reachingTheEngine(url(gateway)), ...paths.map(answering)]), processes.ended]);
  return {
    metrics,
    children: children as Record<Service, ReturnType<typeof start>>,
    start,
    urls: { chaos: url(chaos), book: url(book), gateway: url(gateway) },
    client: async () => connect({ url: `${url(gateway)}/graphql`, token: await aToken(), transport: 'sse' }),
    scrape: async (service: Service) => (await fetch(`${url(metrics[service])}/metrics`)).text(),
    output: processes.output,
    stop: processes.stop,
  };
}

/** More than any proof orders; the shelves are filled for tests that order little. */
export const fillShelves = ({ catalogue }: Waybill) =>
  patiently(async () => orThrow(await catalogue.restock('BOOK-001', 10_000)));

/** A machine that has much else to do is slow: what may be repeated is asked until there is an answer. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await pause(500);
    }
  }
}

export const anOrder = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
};
