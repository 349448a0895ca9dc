import { type OrderBookServer, startOrderBook } from '@waybill/order-book';
import { createOrderBookClient, type OrderBookClient, Refused } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from './support/gateway-with-doubles.ts';
import { leaves } from './support/operations.ts';
import { restAt } from './support/rest.ts';

let server: OrderBookServer;
let book: OrderBookClient;
let fixture: Fixture;
const faults: string[] = [];

beforeAll(async () => {
  server = await startOrderBook({ log: openLog('order-book', 'silent'), now: () => new Date() });
  book = createOrderBookClient({ baseUrl: server.url });
  const log = openLog('gateway', 'error', { write: (line) => void faults.push(line) });
  fixture = await aGatewayWithDoubles({ book, log });
  fixture.neighbours.providers.chaos.log = async () => ({ entries: [] });
}, 60_000);
beforeEach(() => void faults.splice(0));
afterAll(async () => {
  await fixture.close();
  await Promise.all([server.stop(), book.close()]);
});

const at = '2026-11-27T23:53:14.901Z';
const cursorOf = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The start of a cursor of each list of the book, up to its id. */
const places: Record<string, unknown[]> = {
  age: ['age', at],
  total: ['total', 1],
  update: ['update', at],
  deadline: ['deadline', 'A'],
  runs: ['runs', at],
  journal: ['journal', at],
};

const written: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(places).flatMap(([list, parts]) => {
      const rest = list === 'journal' ? [1] : [];
      return [
        [`${list} with a NUL`, cursorOf([...parts, 'a\0b', ...rest])],
        [`${list} with half a character`, cursorOf([...parts, '\ud800', ...rest])],
        [`${list} of the year 0`, cursorOf([list, '0000-01-01T00:00:00.000Z', 'x', ...rest])],
        [`${list} with a number beyond bigint`, cursorOf([list, 1e300, 'x', ...rest])],
      ];
    }),
  ),
  'a number beyond bigint': '9223372036854775808',
  'the feed, with a large number': '9007199254740993.0123456789ab',
  'the history, with a large number': '999999999999.00000000-0000-0000-0000-000000000000',
  'nothing known': '%00',
};

const orders = (sort: string) => `query ($after: Cursor) { orders(after: $after, orderBy: ${sort}) { nodes { id } } }`;
const queries = {
  ...Object.fromEntries(
    ['NEWEST', 'OLDEST', 'TOTAL_HIGH', 'TOTAL_LOW', 'RECENTLY_UPDATED', 'DEADLINE'].map((sort) => [sort, orders(sort)]),
  ),
  runs: 'query ($after: Cursor) { workflowRuns(after: $after) { nodes { id } } }',
  journal: 'query ($after: Cursor) { journal(after: $after) { edges { cursor } } }',
  chaosLog: 'query ($after: Cursor) { chaosLog(after: $after) { nodes { operation } } }',
};

test.each(Object.entries(queries))('a cursor that somebody wrote is refused by the list %s', async (_, query) => {
  for (const [what, after] of Object.entries(written)) {
    const { errors } = await fixture.gateway.ask(query, {}, { after });

    expect({ what, errors }).toMatchObject({ what, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  }

  expect(faults).toEqual([]);
});

test.each(['/orders', '/workflows', '/journal'])('GET %s answers 400 to a cursor that somebody wrote', async (path) => {
  for (const [what, after] of Object.entries(written)) {
    const { status } = await restAt(fixture.gateway).get(`${path}?after=${encodeURIComponent(after)}`);

    expect({ what, status }).toEqual({ what, status: 400 });
  }

  expect(faults).toEqual([]);
});

const values = [
  'a\0b',
  '\ud800',
  '0000-01-01T00:00:00.000Z',
  '-271821-04-20T00:00:00Z',
  '1e300',
  '9223372036854775808',
];
const texts = leaves().filter(({ operation, type }) => operation.kind === 'query' && !type.startsWith('['));

test.each(texts.map((leaf) => [`${leaf.operation.name}(${leaf.path})`, leaf] as const))(
  'no value of %s is an internal error',
  async (_, { operation, with: put }) => {
    for (const value of values) {
      const { errors = [] } = await fixture.gateway.ask(operation.query, {}, put(value));

      expect({ value, codes: errors.map(({ extensions }) => extensions?.code) }).toEqual({
        value,
        codes: errors.map(() => expect.not.stringMatching('INTERNAL')),
      });
    }

    expect(faults).toEqual([]);
  },
);

test.each([
  ['book.page', '{ orders { changesCursor } }', '/orders'],
  ['book.fullJournal', '{ journal { edges { cursor } } }', '/journal'],
  ['chaos.log', '{ chaosLog { nodes { operation } } }', '/chaos/log'],
])('a value that %s refuses is the error of its caller', async (call, query, path) => {
  const refuses = () => Promise.reject(new Refused('INVALID_REQUEST', 'The request has a value that cannot be stored'));
  const picky = await aGatewayWithDoubles({
    book: { ...book, page: refuses, fullJournal: refuses },
    log: openLog('gateway', 'error', { write: (line) => void faults.push(line) }),
  });
  picky.neighbours.providers.chaos.log = refuses;

  const { errors } = await picky.gateway.ask(query);
  const { status } = await restAt(picky.gateway).get(path);
  await picky.close();

  const message = 'The request has a value that cannot be stored';
  expect({ call, errors, status }).toMatchObject({
    call,
    status: 400,
    errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(faults).toEqual([]);
});
