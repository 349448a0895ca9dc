import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { anOrder } from './support/order.ts';
import { aPage, aRun } from './support/run.ts';
import { all } from './support/stream.ts';

const anEvent = { id: 1, type: 'WorkflowExecutionStarted', at: '2026-01-01T00:00:00.000Z' };

test('the events of the engine are read page by page, newest first on request', async () => {
  const requests: object[] = [];
  const history = (args: Record<string, unknown>) => {
    requests.push(args);
    return aPage([anEvent], args.after ? undefined : 'next');
  };
  await using gateway = await aGateway({ order: () => anOrder({ history }), workflowRun: () => aRun({ history }) });
  const client = gateway.connect();

  const ofOrder = await all(client.orders.history('ORD-1', { newestFirst: true, pageSize: 50 }));
  const ofRun = await all(client.runs.history('RUN-1'));

  expect([ofOrder, ofRun].map((pages) => pages.map(({ nodes }) => nodes.length))).toEqual(Array(2).fill([1, 1]));
  expect(requests).toMatchObject([
    { newestFirst: true, first: 50 },
    { newestFirst: true, first: 50, after: 'next' },
    { newestFirst: false },
    { newestFirst: false, after: 'next' },
  ]);
});

test('without events for the viewer in the engine, the list is empty', async () => {
  await using gateway = await aGateway({
    order: () => anOrder({ history: null }),
    workflowRun: () => null,
  });
  const client = gateway.connect();

  const pages = [...(await all(client.orders.history('ORD-1'))), ...(await all(client.runs.history('RUN-1')))];

  expect(pages.map(({ nodes }) => nodes)).toEqual([[], []]);
});
