import type { Audit as Provided } from '@waybill/contracts';
import { Unavailable } from '@waybill/providers-client';
import { expect, test } from 'vitest';
import { createAuditPort } from '../src/ports/audit.ts';

test('violations found by the providers are reported, and a product that breaks a rule is not an order', async () => {
  const { audit } = audited();

  const found = await audit.latest();

  expect(found).toEqual({
    asOf: '1970-01-01T00:00:00.000Z',
    balanced: false,
    problemCount: 230,
    problems: [
      { code: 'CHARGED_TWICE', message: 'Order ORD-1 breaks a rule: An order is charged once', orderId: 'ORD-1' },
      { code: 'STOCK_DIFFERS', message: 'Product MUG breaks a rule: What was taken is gone', orderId: null },
    ],
    captured: [{ amountMinor: 1250, currencyCode: 'USD' }],
    refunded: [{ amountMinor: 50, currencyCode: 'USD' }],
    openHolds: [{ amountMinor: 7, currencyCode: 'USD' }],
    stock: [{ sku: 'MUG', initial: 9, available: 7, reserved: 1, shipped: 1 }],
  });
});

test('a closed order or payment whose effects do not match its final state is a problem, although the providers balance', async () => {
  const sound = { ...provided, balanced: true, violationCount: 0, violations: [] };
  const { audit } = audited(async () => sound, { ids: ['ORD-2', 'RUN-3'], count: 250 });

  const found = await audit.latest();

  expect(found).toMatchObject({ balanced: false, problemCount: 250 });
  expect(found?.problems.map(({ code, orderId }) => [code, orderId])).toEqual([
    ['UNBALANCED', 'ORD-2'],
    ['UNBALANCED', 'RUN-3'],
  ]);
});

test('requests during an audit, or within ten seconds of its start, share its result', async () => {
  const world = audited();

  const together = await Promise.all([world.audit.latest(), world.audit.latest()]);
  world.clock.ms = 9_999;
  const soon = await world.audit.latest();
  world.clock.ms = 10_000;
  const later = await world.audit.latest();

  expect([...together, soon].every((audit) => audit === together[0])).toBe(true);
  expect(later).not.toBe(soon);
  expect(world.computed()).toBe(2);
});

test('an audit that takes longer than ten seconds is the only one', async () => {
  const world = audited();
  const answer = world.hold();

  const first = world.audit.latest();
  world.clock.ms = 60_000;
  const second = world.audit.latest();
  answer();

  expect(await second).toBe(await first);
  expect(world.computed()).toBe(1);
});

test('there is no audit while the providers are unavailable', async () => {
  const { audit } = audited(() => Promise.reject(new Unavailable('Nobody listens')));

  expect(await audit.latest()).toBeNull();
});

test('what an operator settled by hand is read from the journal of all orders', async () => {
  const world = audited();

  const settled = await world.audit.settled(7);

  expect(world.read()).toEqual([{ type: ['COMPENSATION_SETTLED'], first: 7 }]);
  expect(settled).toEqual([{ orderId: 'ORD-1', undoes: 'CAPTURE_PAYMENT', settledBy: 'otto', note: 'By hand', at }]);
});

const at = '2026-01-02T03:04:05.000Z';
const provided: Provided = {
  balanced: false,
  orders: 3,
  violationCount: 230,
  money: [{ currencyCode: 'USD', openHoldsMinor: 7, capturedMinor: 1250, refundedMinor: 50, keptMinor: 1200 }],
  stock: [{ sku: 'MUG', supplied: 9, available: 7, reserved: 1, shipped: 1 }],
  violations: [
    { code: 'CHARGED_TWICE', rule: 'An order is charged once', subject: 'ORD-1', subjectKind: 'ORDER' },
    { code: 'STOCK_DIFFERS', rule: 'What was taken is gone', subject: 'MUG', subjectKind: 'PRODUCT' },
  ],
};
const settlement = {
  seq: 9,
  type: 'COMPENSATION_SETTLED' as const,
  at,
  actor: 'otto',
  step: 'CAPTURE_PAYMENT' as const,
  detail: { name: 'refund', note: 'By hand' },
};

const unasked = () => Promise.reject(new Error('Nobody asks for this'));

function audited(answer = async () => provided, unbalanced = { ids: [] as string[], count: 0 }) {
  const clock = { ms: 0 };
  const read: unknown[] = [];
  let computed = 0;
  let held: Promise<void> | undefined;
  const whole = async () => {
    computed += 1;
    await held;
    return answer();
  };
  const book = {
    byIds: unasked,
    runs: { byIds: unasked },
    unbalanced: async () => unbalanced,
    fullJournal: async (query?: object) => {
      read.push(query);
      return { entries: [{ cursor: 'c', orderId: 'ORD-1', entry: settlement }], hasNextPage: false };
    },
  };
  const port = createAuditPort({
    providers: { audit: { whole, orders: unasked, byIds: unasked } },
    book,
    orders: { undoEffects: unasked },
    now: () => new Date(clock.ms),
  });
  return {
    audit: port('c-1'),
    clock,
    computed: () => computed,
    read: () => read,
    /** The next audits take until the result is called. */
    hold() {
      let answer = () => {};
      held = new Promise((resolve) => {
        answer = resolve;
      });
      return () => answer();
    },
  };
}
