import { schema } from '@waybill/graphql';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCostCharging } from '../src/execution/cost-charging.ts';
import { defaultLimits } from '../src/execution/limits/limits.ts';
import { createQuota } from '../src/execution/limits/quota.ts';
import { Pace } from '../src/execution/pace.ts';
import { createDelivery, unreadBytes } from '../src/transports/ws/delivery.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a subscriber is sent results as long as the quota of its user lasts, and is slow then', () => {
  const { subscribed, owe } = aUser({ perSecond: 10 });
  const subscriber = subscribed();
  owe(50);

  const sent = subscriber.sendUntilSlow();

  expect(sent).toBe(60); // the ten that are sent before they are charged
});

test('a subscriber of a user whose quota is used up is sent the next result when a second has refilled it', () => {
  const { subscribed, owe } = aUser({ perSecond: 10 });
  const subscriber = subscribed();
  owe(100);
  subscriber.sendUntilSlow();
  const drained = vi.fn();
  subscriber.onDrain(drained);

  vi.advanceTimersByTime(999);
  expect(drained).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(drained).toHaveBeenCalledOnce();
  expect(subscriber.isSlow()).toBe(false);
});

test('a subscriber that does not read is still waited for after its quota has been refilled', () => {
  const { subscribed, owe, connection } = aUser({ perSecond: 10 });
  const subscriber = subscribed();
  owe(100);
  subscriber.sendUntilSlow();
  const drained = vi.fn();
  subscriber.onDrain(drained);
  connection.writableLength = unreadBytes + 1;

  vi.advanceTimersByTime(10_000);
  expect(drained).not.toHaveBeenCalled();
  connection.writableLength = 0;
  for (const then of connection.drained) then();

  expect(drained).toHaveBeenCalledOnce();
});

test('all subscriptions of a user share one quota, and those of another user have their own', () => {
  const { subscribed, owe } = aUser({ perSecond: 10 });
  owe(100);
  const [one, other] = [subscribed(), subscribed()];
  const neighbour = subscribed('ben');

  expect([one.sendUntilSlow(), other.sendUntilSlow(), neighbour.sendUntilSlow()]).toEqual([10, 10, 110]);
});

test('subscriptions of one connection are slow together', () => {
  const { subscribed, owe } = aUser({ perSecond: 10 });
  const pace = new Pace();
  const [one, other] = [subscribed('ada', pace), subscribed('ada', pace)];
  owe(100);

  expect([one.sendUntilSlow(), other.sendUntilSlow()]).toEqual([10, 0]);
});

/** A user whose connections read what they are sent, and a clock that stands still. */
function aUser({ perSecond }: { perSecond: number }) {
  const quota = createQuota(perSecond, () => new Date(0));
  const charging = createCostCharging(defaultLimits, { ...quota, charge: chargedResults(quota.charge) });
  const connection = { writableLength: 0, drained: [] as (() => void)[] };
  const subscribed = (id = 'ada', pace = new Pace()) => {
    const delivery = createDelivery(socket as never, calledBack(connection) as never, 'op-1', pace);
    const contextValue = { viewer: { id }, price: { ofResult: 1 }, delivery };
    const args = { schema, document: parse('subscription { ordersChanged { cursor } }'), contextValue };
    charging.onSubscribe?.({ args, setResultAndStopExecution: () => undefined } as never);
    const sendUntilSlow = () => {
      let sent = 0;
      for (; sent < 1_000 && !delivery.isSlow(); sent++) delivery.send(Buffer.from('{}'));
      return sent;
    };
    return { ...delivery, sendUntilSlow };
  };
  return { subscribed, owe: (points: number) => quota.charge('ada', points), connection };
}

const socket = { readyState: 1, OPEN: 1, send: () => undefined };
const calledBack = (connection: { writableLength: number; drained: (() => void)[] }) => ({
  get writableLength() {
    return connection.writableLength;
  },
  cork: () => undefined,
  uncork: () => undefined,
  once: (_: string, then: () => void) => connection.drained.push(then),
});

/** What subscribing itself costs is left out. */
const chargedResults =
  (charge: (owner: string, cost: number) => number | undefined) =>
  (owner: string, cost: number): number | undefined =>
    cost === 10 ? charge(owner, cost) : undefined;
