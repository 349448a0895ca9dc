import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answers, aGateway } from './support/gateway.ts';
import { aChange, anEntry, anOrder } from './support/order.ts';
import { all, silence } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test.each(transports)(
  'over %s, wherever the journal is cut, each entry is delivered once and in order',
  async (transport) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.array(aCut, { maxLength: 6 }), async (length, cuts) => {
        await using shop = await aGatewayWithCuts({ length, cuts });

        const entries = await all(shop.connect({ transport }).orders.events('ORD-1'));

        expect(entries.map(({ seq }) => seq)).toEqual(numbers(1, length));
      }),
      { numRuns: 40 },
    );
  },
);

test.each(transports)('over %s, a journal resumes after a stored cursor', async (transport) => {
  await using shop = await aGatewayWithCuts({ length: 5, cuts: [{ after: 1, how: 'vanish' }] });

  const entries = await all(shop.connect({ transport }).orders.events('ORD-1', { after: '2' }));

  expect(entries.map(({ cursor }) => cursor)).toEqual(['3', '4', '5']);
});

test('server-sent events resume by Last-Event-ID', async () => {
  await using shop = await aGatewayWithCuts({ length: 4, cuts: [{ after: 2, how: 'restart' }] });

  await all(shop.connect({ transport: 'sse' }).orders.events('ORD-1'));

  expect(shop.cameWith).toEqual([undefined, '2']);
});

test.each(transports)('over %s, a list that was cut before its first change misses none', async (transport) => {
  await using shop = await aGatewayWithCuts({ length: 5, cuts: [{ after: 0, how: 'restart' }], listsStandAt: 2 });
  const changes = shop.connect({ transport }).orders.changes();

  const results = [await changes.next(), await changes.next(), await changes.next()];
  await changes.return();

  expect(results.map(({ value }) => value?.cursor)).toEqual(['3', '4', '5']);
});

test.each(transports)('over %s, a list begins once the gateway is reachable', async (transport) => {
  await using shop = await aGatewayWithCuts({ length: 3, listsStandAt: 0 });
  await shop.close();
  const changes = shop.connect({ transport, pause: () => shop.open() }).orders.changes();

  const first = await changes.next();
  await changes.return();

  expect(first.value?.cursor).toBe('1');
});

test.each(transports)('over %s, an order never goes back to an older state', async (transport) => {
  const tries = [
    [1, 4, 'cut'],
    [3, 4, 6, 'cut'],
    [2, 7],
  ].values();
  await using gateway = await aGateway({
    orderChanged: async function* () {
      for (const revision of tries.next().value ?? []) {
        if (revision === 'cut') gateway.hangUp();
        if (revision === 'cut') await silence();
        yield { orderChanged: anOrder({ revision }) };
        await written();
      }
    },
  });

  const states = await all(gateway.connect({ transport }).orders.watch('ORD-1'));

  const revisions = states.map(({ revision }) => revision);
  expect(revisions).toEqual([...revisions].sort());
  expect(revisions.at(-1)).toBe(7);
});

const aCut = fc.record({
  after: fc.integer({ min: 0, max: 5 }),
  how: fc.constantFrom<Cut['how'][]>('vanish', 'restart', 'away'),
});

/** Where a connection is cut, and how: silently, with 1012, or with the gateway down for the next two attempts. */
type Cut = { after: number; how: 'vanish' | 'restart' | 'away' };

type Plan = { length: number; cuts?: Cut[]; listsStandAt?: number };

/** A gateway with this many journal entries and changes, whose connections are cut as planned. */
async function aGatewayWithCuts({ length, cuts = [], listsStandAt = length }: Plan) {
  const plan = [...cuts];
  const cameWith: (string | undefined)[] = [];
  let knocks = 0;

  const cutNow = async ({ how }: Cut) => {
    if (how === 'vanish') gateway.hangUp();
    if (how === 'restart') gateway.dismiss(1012);
    if (how === 'away') knocks = 2;
    if (how === 'away') void gateway.close();
    await silence();
  };
  const telling = (make: (seq: number) => object, field: string): Answers[string] =>
    async function* ({ after }, { lastEventId }) {
      cameWith.push(lastEventId);
      const cut = plan.shift();
      const rest = numbers(Number(lastEventId ?? after ?? 0) + 1, length);
      for (const [told, seq] of rest.entries()) {
        if (cut && told === cut.after) await cutNow(cut);
        yield { [field]: make(seq) };
        await written();
      }
      if (field === 'ordersChanged') await silence();
    };
  const gateway = await aGateway({
    orderEvents: telling(anEntry, 'orderEvents'),
    ordersChanged: telling(aChange, 'ordersChanged'),
    orders: () => ({ changesCursor: String(listsStandAt) }),
  });

  const pause = async () => {
    if (knocks > 0 && --knocks === 0) await gateway.open();
  };
  const connect: typeof gateway.connect = (options) => gateway.connect({ pause, ...options });
  return { ...gateway, connect, cameWith, [Symbol.asyncDispose]: gateway[Symbol.asyncDispose] };
}

const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/** What was sent is on its way before the connection is cut. */
const written = () => new Promise((resolve) => setImmediate(resolve));
