import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventStream } from '../support/event-stream.ts';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from '../support/gateway-with-doubles.ts';
import { type RestDriver, restAt } from '../support/rest.ts';

let fixture: Fixture;
let rest: RestDriver;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  rest = restAt(fixture.gateway);
});
afterEach(() => fixture.close());

const at = '2026-01-01T00:00:00.000Z';
const following = async (headers: Record<string, string> = {}) =>
  eventStream(await rest.send('GET', '/orders/ORD-1/events', { headers }));

/** A closed order whose journal has three entries. */
function aClosedOrder(): void {
  const order = anOrderUnderWay('ORD-1', { status: 'SHIPPED', revision: 3, closedAt: at });
  fixture.booked.set('ORD-1', inTheBook(order));
  const entry = { at, actor: null, step: null, detail: null };
  fixture.journal.push(
    { ...entry, seq: 1, type: 'ORDER_RECEIVED' },
    { ...entry, seq: 2, type: 'STATUS_CHANGED' },
    { ...entry, seq: 3, type: 'ORDER_CLOSED' },
  );
}

test('each entry of a journal is one event, named after its type, and the stream ends with the order', async () => {
  aClosedOrder();

  const events = await (await following()).toTheEnd();

  expect(events.map(({ event, id, data }) => [event, id, data?.seq])).toEqual([
    ['ORDER_RECEIVED', '1', 1],
    ['STATUS_CHANGED', '2', 2],
    ['ORDER_CLOSED', '3', 3],
  ]);
});

test('a stream resumes after the last received event', async () => {
  aClosedOrder();

  const events = await (await following({ 'last-event-id': '2' })).toTheEnd();

  expect(events.map(({ id }) => id)).toEqual(['3']);
});

test('a client that has received everything is told to stop', async () => {
  aClosedOrder();

  const response = await rest.get('/orders/ORD-1/events', { 'last-event-id': '3' });

  expect(response).toMatchObject({ status: 204, body: {} });
});

test('there is no stream of an unknown order, nor after an unknown event', async () => {
  aClosedOrder();

  const nowhere = await rest.get('/orders/ORD-9/events');
  const nonsense = await rest.get('/orders/ORD-1/events', { 'last-event-id': 'yesterday' });

  expect(nowhere).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
  expect(nonsense).toMatchObject({ status: 400 });
});

test('a client that leaves its stream releases everything in the gateway', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  const stream = await following();
  await expect.poll(() => fixture.gateway.usage()).toMatchObject({ connections: 1, watches: 1 });

  await stream.leave();

  await expect.poll(() => fixture.gateway.usage()).toMatchObject({ connections: 0, subscribers: 0 });
});
