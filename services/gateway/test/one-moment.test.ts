import type { JournalEntry } from '@waybill/contracts/domain';
import { openLog } from '@waybill/platform';
import { Unavailable } from '@waybill/providers-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCataloguePort } from '../src/ports/catalogue.ts';
import {
  aGatewayWithDoubles,
  anOrderUnderWay,
  type Fixture,
  inTheBook,
  product,
} from './support/gateway-with-doubles.ts';
import { openIsolatedGateway } from './support/isolated-gateway.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
});
afterEach(() => fixture.close());

const query = '{ order(id: "ORD-1") { revision closedAt timeline(first: 50) { nodes { seq } } } }';
const at = '2026-01-01T00:00:02.000Z';

test('a timeline ends with the revision of the order in the same response, although the book has newer entries', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { revision: 3 }));
  fixture.booked.set('ORD-1', inTheBook(anOrderUnderWay('ORD-1', { revision: 3 })));
  fixture.journal.push(...[1, 2, 3, 4, 5].map(entry));

  expect(await fixture.gateway.told(query)).toEqual({
    order: { revision: 3, closedAt: null, timeline: seqs(1, 2, 3) },
  });
});

test('a closed order is returned with its end, although it is not in the book yet', async () => {
  const closed = anOrderUnderWay('ORD-1', { status: 'SHIPPED', revision: 4, closedAt: at });
  fixture.booked.set('ORD-1', inTheBook(anOrderUnderWay('ORD-1', { revision: 2 })));
  fixture.running.set('ORD-1', closed);
  fixture.journal.push(...[1, 2].map(entry));
  fixture.neighbours.orders.read = async (_, after = 0) => ({
    order: closed,
    journal: [1, 2, 3, 4].filter((seq) => seq > after).map(entry),
  });

  expect(await fixture.gateway.told(query)).toEqual({
    order: { revision: 4, closedAt: at, timeline: seqs(1, 2, 3, 4) },
  });
});

test('the catalogue has the time of its data, also while the providers are unavailable', async () => {
  let now = Date.parse(at);
  let isAway = false;
  const inventory = { catalogue: async () => (isAway ? Promise.reject(new Unavailable('away')) : [product]) };
  const port = createCataloguePort({ inventory } as never, { now: () => new Date(now), newKey: () => 'key-1' })(
    'cor-1',
  );

  const fresh = await port.products();
  isAway = true;
  now += 60_000;
  const old = await port.products();
  isAway = false;
  const back = await port.products();

  const asOf = [fresh, old, back].map(([first]) => first?.asOf);
  expect(asOf).toEqual([at, at, '2026-01-01T00:01:02.000Z']);
});

test('the gateway logs one line per operation, with its correlation id, on every transport', async () => {
  const lines: Record<string, unknown>[] = [];
  const info = (line: object, message: string) => void lines.push({ ...line, message });
  const log = Object.assign(openLog('test', 'silent'), { info });
  const gateway = await openIsolatedGateway({ log });

  await gateway.ask('{ catalogue { sku } }', { 'x-correlation-id': 'cor-http' });
  for await (const _ of gateway.follow('{ catalogue { name } }'));
  await gateway.close();
  await gateway.stop();

  expect(lines.filter(({ message }) => message === 'an operation')).toMatchObject([
    { correlationId: 'cor-http', viewer: 'otto', operation: 'query', fields: ['catalogue'] },
    { correlationId: expect.any(String), viewer: 'otto', operation: 'query', fields: ['catalogue'] },
  ]);
});

const seqs = (...all: number[]) => ({ nodes: all.map((seq) => ({ seq })) });

const entry = (seq: number): JournalEntry => ({ seq, type: 'STATUS_CHANGED', at, actor: null, step: null, detail: {} });
