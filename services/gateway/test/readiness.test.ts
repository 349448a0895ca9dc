import type { OrderBookClient } from '@waybill/order-book-client';
import { expect, test } from 'vitest';
import { createReadiness } from '../src/transports/http/readiness.ts';

test('a gateway is ready once it has reached the engine and the order book', async () => {
  const { ready, works } = aGateway();

  expect(await ready()).toEqual({ ready: true, engine: true, orderBook: true, draining: false });
  expect(works.log).toEqual([]);
});

test.for(['engine', 'orderBook'] as const)(
  'a gateway that has never reached what it needs is not ready, and says which setting to look at: %s',
  async (missing) => {
    const { ready, works } = aGateway();
    works[missing] = false;

    for (let probe = 0; probe < 3; probe++) expect(await ready()).toMatchObject({ ready: false, [missing]: false });

    const settings = { engine: 'TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE', orderBook: 'WAYBILL_ORDER_BOOK_URL' };
    expect(works.log).toEqual([{ error: `${settings[missing]}: no ${missing}` }]);

    works[missing] = true;
    expect(await ready()).toMatchObject({ ready: true, [missing]: true });
  },
);

test.for(['engine', 'orderBook'] as const)(
  'an outage takes no gateway out of service that was ready, but is reported: %s',
  async (away) => {
    const { ready, works } = aGateway();
    await ready();
    works[away] = false;

    expect(await ready()).toMatchObject({ ready: true, [away]: false });
    expect(works.log).toEqual([]);
  },
);

test('what was reached one after another counts', async () => {
  const { ready, works } = aGateway();
  works.engine = false;
  await ready();
  Object.assign(works, { engine: true, orderBook: false });

  expect(await ready()).toMatchObject({ ready: true, orderBook: false });
});

test('a gateway that drains is not ready', async () => {
  const { ready, works } = aGateway();
  works.draining = true;

  expect(await ready()).toEqual({ ready: false, engine: true, orderBook: true, draining: true });
});

function aGateway() {
  const works = { engine: true, orderBook: true, draining: false, log: [] as object[] };
  const ready = createReadiness({
    orders: {
      reachable: async (_, onFault) => {
        if (!works.engine) onFault?.(new Error('no engine'));
        return works.engine;
      },
    },
    book: {
      changes: async () => {
        if (!works.orderBook) throw new Error('no orderBook');
      },
    } as unknown as OrderBookClient,
    draining: () => works.draining,
    log: { warn: (fields: object) => works.log.push(fields) } as never,
  });
  return { ready, works };
}
