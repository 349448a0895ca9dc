import { openLog } from '@waybill/platform';
import { beginTrace, carried, type Root, runningContext } from '@waybill/tracing';
import { startTracing } from '@waybill/tracing/start';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endless } from '../../services/gateway/src/execution/deadline.ts';
import { maskErrors } from '../../services/gateway/src/execution/error-masking.ts';
import { createLazyPort } from '../../services/gateway/src/execution/lazy-port.ts';
import { openSpanSink } from './span-sink.ts';

const sink = await openSpanSink();
const draws = [0.009, 0.01, 0];
const tracing = startTracing('test', { url: `${sink.url}/v1/traces`, share: 0.01 }, () => draws.shift() ?? 1);
const lines: Record<string, unknown>[] = [];
const log = openLog('test', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
const [recorded, notRecorded, failing] = [beginTrace(), beginTrace(), beginTrace()];
const calls: Record<string, string | undefined> = {};
let outside: unknown;

/** An operation that is recorded, one that is not, and one that fails. */
beforeAll(async () => {
  await recorded.record({ name: 'query recorded' }, async () => {
    outside = runningContext();
    await callOf('recorded', recorded);
  });
  await callOf('not recorded', notRecorded);
  await callOf('not recorded, again', notRecorded);
  maskErrors({ errors: [new GraphQLError('', { originalError: new Error('a bug') })] }, masking(notRecorded));
  await failing.record({ name: 'query failing' }, () => Promise.reject(new RangeError('no'))).catch(() => undefined);
  await tracing.stop();
});
afterAll(() => sink.close());

/** What a port of the operation passes on. */
async function callOf(name: string, root: Root): Promise<void> {
  const call = async () => {
    calls[name] = carried().traceparent;
  };
  const make = () => ({ call });
  await createLazyPort(make, undefined, { deadline: endless(), trace: { root } }).call();
}

const masking = (root: Root) => ({ correlationId: 'c-1', log, trace: { root } });
const traceIdIn = (traceparent = '') => traceparent.split('-')[1];
const flagsIn = (traceparent = '') => traceparent.split('-')[3];

test('a share of the traces is recorded, and whoever is called is told so', () => {
  expect([recorded, notRecorded].map(({ isRecorded }) => isRecorded)).toEqual([true, false]);
  expect([flagsIn(calls.recorded), flagsIn(calls['not recorded'])]).toEqual(['01', '00']);
  expect(sink.spans().map(({ name }) => name)).toEqual(['query recorded', 'query failing']);
});

test('all calls of an operation are in one trace, recorded or not', () => {
  expect(traceIdIn(calls.recorded)).toBe(sink.spans()[0]?.traceId);
  expect(calls['not recorded']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(calls['not recorded, again']).toBe(calls['not recorded']);
});

test('the log line of an error names the trace of its operation, though it is not recorded', () => {
  expect(lines).toMatchObject([{ msg: 'an operation failed', traceId: traceIdIn(calls['not recorded']) }]);
});

test('an operation that fails is a failed span with the name of its error', () => {
  const failed = sink.spans().find(({ name }) => name === 'query failing');

  expect(failed).toMatchObject({ status: { code: 2 } });
  expect(JSON.stringify(failed)).toContain('RangeError');
});

test('an operation enters no context outside of its calls', () => {
  expect(outside).toBeUndefined();
});
