import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRandom } from '@waybill/random';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture } from './support/gateway-with-doubles.ts';

/** All of them: `WAYBILL_HOSTILE_REQUESTS=100000`, in `npm run prove`. */
const requests = Number(process.env.WAYBILL_HOSTILE_REQUESTS ?? 1_500);
const seed = Number(process.env.WAYBILL_HOSTILE_SEED ?? 20_261_126);
const atOnce = 16;
const mebibyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aGatewayWithDoubles();
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  await fixture.gateway.follow('subscription { orderChanged(id: "ORD-1") { revision } }').next();
});
afterAll(() => fixture.close());

type Request = { query: string; variables?: object; operationName?: string };

/** Each creates a request that differs from all before. */
const hostile: Record<string, (content: Content) => Request> = {
  'large variables that nothing uses': (content) => ({
    query: '{ viewer { id } }',
    variables: { large: content.text(240_000) },
  }),
  'as many variables as one may have': (content) => ({
    query: '{ viewer { id } }',
    variables: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`v${at}`, content.text(2_000)])),
  }),
  'another document': (content) => ({
    query: `{ ${content.text(20)}: viewer { id } } # ${content.text(content.upTo(60_000))}`,
  }),
  'another large document': (content) => ({ query: `{ ${`${content.text(12)}: viewer { id } `.repeat(14)} }` }),
  'another selection of a watched order': (content) => ({
    query: `{ order(id: "ORD-1") { ${content.text(12)}: revision ${content.text(12)}: steps { name status } } }`,
  }),
  'another variable in a selection of a watched order': (content) => ({
    query:
      'query ($n: Boolean!, $a: Cursor) { order(id: "ORD-1") { revision @include(if: $n) timeline(after: $a) { nodes { seq } } } }',
    variables: { n: true, a: String(content.upTo(1e9)), [content.text(20)]: content.text(100) },
  }),
  'another name of an operation': (content) => ({
    query: '{ order(id: "ORD-1") { id } }',
    operationName: content.text(150),
  }),
  'a document that does not parse': (content) => ({ query: `{ ${content.text(content.upTo(2_000))} ! }` }),
  'a field that is not there': (content) => ({ query: `{ ${content.text(content.upTo(2_000))} }` }),
  'another filter': (content) => ({
    query: 'query ($filter: OrderFilter) { orders(filter: $filter) { changesCursor } }',
    variables: { filter: { customerId: content.text(200), status: Array(content.upTo(900)).fill('SHIPPED') } },
  }),
  'another order': (content) => ({
    query: 'query ($id: ID!) { order(id: $id) { id } }',
    variables: { id: content.text(60) },
  }),
  'many other orders': (content) => ({
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 20 }, () => content.text(60)) },
  }),
  'a refused command': (content) => ({
    query: `mutation { cancelOrder(input: { orderId: "${content.text(20)}", reason: "${content.text(400)}" }) { __typename } }`,
  }),
  'another stream': (content) => ({
    query: `subscription { ordersChanged(filter: { customerId: "${content.text(100)}" }, after: "x") { cursor } }`,
  }),
};

test('an endless series of distinct requests does not increase the memory', async () => {
  await ask(createContent(0), 200);
  const before = kept();

  await ask(createContent(seed), requests);

  expect((kept() - before) / mebibyte, `seed ${seed}`).toBeLessThanOrEqual(20);
}, 1_800_000);

/** A number of requests, every other one with a token. */
async function ask(content: Content, count: number): Promise<void> {
  const { endpoint, authorization } = fixture.gateway;
  const kinds = Object.values(hostile);
  let left = count;
  const one = async () => {
    while (left-- > 0) {
      const body = JSON.stringify(kinds[left % kinds.length]?.(content));
      const token = left % 2 === 0 ? authorization : { authorization: `Bearer ${content.text(100)}.x.y` };
      const who = left % 3 === 0 ? {} : token;
      const headers = { ...who, 'content-type': 'application/json', 'x-correlation-id': content.text(50) };
      const response = await fetch(endpoint, { method: 'POST', headers, body });
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

function kept(): number {
  fixture.calls.length = 0;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

type Content = ReturnType<typeof createContent>;

/** The same seed, the same requests. */
function createContent(seed: number) {
  const { next } = createRandom(seed);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const letter = () => letters[Math.floor(next() * letters.length)];
  return {
    upTo: (most: number) => 1 + Math.floor(next() * most),
    /** A text of this length; a long text repeats its beginning. */
    text: (length: number) =>
      Array.from({ length: Math.min(length, 24) }, letter)
        .join('')
        .repeat(Math.ceil(length / 24))
        .slice(0, length),
  };
}
