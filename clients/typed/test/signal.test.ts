import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { anOrder } from './support/order.ts';

test('one signal ends any number of streams, waits and requests, and no platform warns about its listeners', async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  process.on('warning', warn);
  onTestFinished(() => void process.off('warning', warn));
  await using gateway = await aGateway({
    order: () => new Promise(() => undefined),
    orderChanged: async function* () {
      yield { orderChanged: anOrder() };
      await new Promise(() => undefined);
    },
  });
  const { orders } = gateway.connect();
  const leaving = new AbortController();
  const { signal } = leaving;
  const watches = Array.from({ length: 12 }, () => orders.watch('ORD-1', { signal }));
  for (const watch of watches) await watch.next();

  const waits = Array.from({ length: 12 }, () => orders.waitFor('ORD-1', 'SHIPPED', { signal }));
  const ends = [
    ...watches.map((watch) => watch.next()),
    ...waits,
    ...Array.from({ length: 12 }, () => orders.get('ORD-1', { signal })),
  ];
  await setImmediate();
  leaving.abort(new Error('Enough'));

  const reasons = (await Promise.allSettled(ends)).map((end) => end.status === 'rejected' && end.reason.message);
  expect(new Set(reasons)).toEqual(new Set(['Enough']));
  expect(warnings).toEqual([]);
});
