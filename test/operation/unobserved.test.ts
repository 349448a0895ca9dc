import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay } from '../../services/gateway/test/support/gateway-with-doubles.ts';

/** The code of metrics and traces. */
const observability =
  /prom-client|opentelemetry|schema\/tracing\/src|operation-trac|delivery-span|-spans?\.|metrics|request-timing|http\/(counter|histogram)/;
const queries = 100;

test('without metrics and traces, a query asks once for each call of a port whether it is traced, and that is all', async () => {
  const calls = await observingCalls({});

  expect([...new Set(calls.map(({ file }) => file))]).toEqual(['operation-trace.ts']);
  expect(sumOf(calls)).toBeLessThanOrEqual(2);
});

test('with metrics, a query is counted and timed by a dozen small calls at most', async () => {
  const calls = await observingCalls({ registry: new Registry() });

  expect(calls.map(({ file }) => file)).toEqual(expect.arrayContaining(['counter.ts', 'histogram.ts']));
  expect(sumOf(calls)).toBeLessThanOrEqual(12);
});

type Calls = { file: string; name: string; perQuery: number };

const sumOf = (calls: readonly Calls[]): number => calls.reduce((sum, { perQuery }) => sum + perQuery, 0);

/** The functions of observability that every query calls. */
async function observingCalls(options: { registry?: Registry }): Promise<Calls[]> {
  const { gateway, running, close } = await aGatewayWithDoubles(options);
  onTestFinished(close);
  running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const ask = () => gateway.told('{ order(id: "ORD-1") { id status } }');
  await ask();
  const counts = await callsDuring(async () => {
    for (let asked = 0; asked < queries; asked++) await ask();
  });
  return counts
    .filter(({ url, count }) => observability.test(url) && count >= queries)
    .map(({ url, name, count }) => ({ file: basename(url), name, perQuery: Math.round(count / queries) }));
}

/** How often each function is called meanwhile. */
async function callsDuring(work: () => Promise<void>) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result.flatMap(({ url, functions }) =>
    functions.map(({ functionName, ranges }) => ({ url, name: functionName, count: ranges[0]?.count ?? 0 })),
  );
}
