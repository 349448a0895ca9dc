import { openLog } from '@waybill/platform';
import { carried, traced } from '@waybill/tracing';
import { startTracing } from '@waybill/tracing/start';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { traceDelivery } from '../../services/gateway/src/live/delivery-span.ts';
import { traceSteps } from '../../services/order-book/src/application/step-spans.ts';
import type { Entry } from '../../worker/src/activities/order-book.ts';
import { orderBookSinks } from '../../worker/src/assembly/order-book-sinks.ts';
import { openSpanSink, orphansOf, type Span } from './span-sink.ts';

const sink = await openSpanSink();
const tracing = startTracing('test', { url: `${sink.url}/v1/traces`, share: 1 });
const lines: Record<string, unknown>[] = [];
const log = openLog('test', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
const headers: Record<string, string>[] = [];
let delivered = 0;

/** All that is traced here, and sent when tracing stops. */
beforeAll(async () => {
  await traced({ name: 'an order' }, async () => {
    log.info('within');
    const { orderBook } = orderBookSinks(aBook(), { info: (message) => log.info(message) });
    orderBook.tell.fn(undefined as never, { ...entry(), trace: carried() });
    orderBook.tell.fn(undefined as never, entry());
    traceSteps(steps(), [started(1), completed(2), failed(3)]);
  });
  const [order, other] = [linkTo('01'), linkTo('00')];
  for (const trace of [order, undefined, other]) traceDelivery('order', trace, () => void delivered++);
  traceSteps(steps(), [completed(2)]);
  log.info('beyond');
  await tracing.stop();
});
afterAll(() => sink.close());

const spans = (): Span[] => sink.spans();
const named = (name: string) => spans().filter((span) => span.name === name);
const root = () => named('an order')[0];

test('log lines within a span have its trace id, and no others have one', () => {
  const traceIds = Object.fromEntries(lines.map(({ msg, traceId }) => [msg, traceId]));

  expect(traceIds).toMatchObject({ within: root()?.traceId, tellOrderBook: root()?.traceId });
  expect(lines.find(({ msg }) => msg === 'beyond')).not.toHaveProperty('traceId');
});

test('a write in passing is a span in the trace of its workflow, and contains the call of the book', () => {
  const [write, ...more] = named('tellOrderBook');

  expect(more).toEqual([]);
  expect(write).toMatchObject({ traceId: root()?.traceId, parentSpanId: root()?.spanId });
  expect(headers[0]?.traceparent).toContain(write?.spanId);
});

test('each completed step of a write is a span as long as the step, failed if the step failed', () => {
  expect(named('step AUTHORIZE_PAYMENT').map(secondsOf)).toEqual([1]);
  expect(named('step RESERVE_INVENTORY').map(secondsOf)).toEqual([2]);
  expect(named('step RESERVE_INVENTORY')).toMatchObject([{ traceId: root()?.traceId, status: { code: 2 } }]);
  expect(orphansOf(spans())).toEqual([]);
});

test('a delivered change is one span in its own trace, linked to the trace of its order if that is recorded', () => {
  const [delivery, ...more] = named('deliver order');

  expect(delivered).toBe(3);
  expect(more).toEqual([]);
  expect(delivery).not.toHaveProperty('parentSpanId');
  expect(delivery?.links).toMatchObject([{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }]);
});

const linkTo = (flags: string) => ({ traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-${flags}` });

const at = (second: number) => `2026-01-01T00:00:0${second}.000Z`;
type Entries = Parameters<typeof traceSteps>[1];
const journaled = (seq: number, type: string, step: string) =>
  ({ seq, type, step, at: at(seq), actor: null, detail: null }) as Entries[number];
const started = (seq: number) => journaled(seq, 'STEP_STARTED', 'AUTHORIZE_PAYMENT');
const completed = (seq: number) => journaled(seq, 'STEP_COMPLETED', 'AUTHORIZE_PAYMENT');
const failed = (seq: number) => journaled(seq, 'STEP_FAILED', 'RESERVE_INVENTORY');

/** The payment is being authorized once more, later. */
const steps = () =>
  [
    { name: 'AUTHORIZE_PAYMENT', startedAt: at(5) },
    { name: 'RESERVE_INVENTORY', startedAt: at(1) },
  ] as Parameters<typeof traceSteps>[0];

function entry() {
  return { order: { orderId: 'o-1' }, correlationId: 'c-1' } as Entry;
}

/** It keeps what it would be told in the headers of a call. */
function aBook() {
  const record = async () => void headers.push(carried());
  return { record } as unknown as Parameters<typeof orderBookSinks>[0];
}

const secondsOf = ({ startTimeUnixNano, endTimeUnixNano }: Span) =>
  Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e9;
