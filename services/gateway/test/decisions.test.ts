import { autoApproval, type OrderState } from '@waybill/contracts/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from './support/gateway-with-doubles.ts';
import { aToken } from './support/tokens.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
});
afterEach(() => fixture.close());

const at = '2026-01-01T00:00:02.000Z';

const cancelledBy = (endedBy: string | null): Partial<OrderState> => ({
  status: 'CANCELLED',
  failure: { code: 'CANCELLED', message: 'no longer', step: null },
  endedBy,
  endedAt: endedBy && at,
  closedAt: at,
});

test.each([
  ['to an operator', 'operator', 'otto', 'mia', 'mia'],
  ['to a manager', 'manager', 'mona', 'mia', 'mia'],
  ['to a customer, of whom no staff is named', 'customer', 'CUST-1', 'mia', null],
  ['to a customer who did it', 'customer', 'CUST-1', 'CUST-1', 'CUST-1'],
  ['where nobody did', 'operator', 'otto', null, null],
])('who ended an order, and who decided it, is shown %s', async (_, role, sub, endedBy, shown) => {
  await knows(cancelledBy(endedBy));
  const gateway = fixture.gateway.as(await aToken({ role, sub }));

  const order = await gateway.told('{ order(id: "ORD-1") { endedBy } }');
  const late = await gateway.told(cancelling());

  expect(order).toEqual({ order: { endedBy: shown } });
  expect(late).toEqual({
    cancelOrder: { __typename: 'OrderClosed', status: 'CANCELLED', decidedBy: shown, decidedAt: endedBy && at },
  });
});

test.each([
  ['a person', 'mia', 'mia'],
  ['nobody', autoApproval, null],
])('a second approval returns that the order was approved by %s', async (_, approvedBy, shown) => {
  const steps = [approved(approvedBy)];
  await knows({ status: 'PROCESSING', steps });
  await fixture.gateway.told(approving);
  const verdicts = [
    { ...heard(), command: 'approve', refusal: 'ORDER_NOT_AWAITING_APPROVAL', message: null, at } as const,
  ];

  await knows({ status: 'PROCESSING', steps, verdicts });
  const late = await fixture.gateway.told(approving);

  expect(late).toEqual({
    approveOrder: { __typename: 'OrderNotAwaitingApproval', decidedBy: shown, decidedAt: shown && at },
  });
});

test.each([
  ['a customer leaves the reserve to staff', 400, 'customer', 'InvalidInput'],
  ['staff use the reserve', 400, 'manager', 'VerdictPending'],
  ['nobody is heard beyond it', 500, 'manager', 'InvalidInput'],
])('of the commands that an order accepts, %s', async (_, taken, role, kind) => {
  await knows({ commands: { taken, most: 500, keptForStaff: 100 } });
  const gateway = fixture.gateway.as(await aToken({ role, sub: 'CUST-1' }));

  const { cancelOrder } = await gateway.told<{ cancelOrder: object }>(cancelling());

  expect(cancelOrder).toMatchObject({
    __typename: kind,
    ...(kind === 'InvalidInput' ? { fields: [{ message: expect.stringContaining('no more commands') }] } : {}),
  });
  expect(fixture.calls.includes('engine.command')).toBe(kind === 'VerdictPending');
});

test('a command id has the same response after more commands than an order carries verdicts of, and after its end', async () => {
  await knows({});
  const told = await fixture.gateway.told(cancelling('c-1'));
  const verdict = { ...heard(), command: 'cancel', refusal: null, message: null, at } as const;
  const newest = Array(20).fill({ ...verdict, commandId: 'other', fingerprint: 'other' });
  const moved = { commands: { taken: 26, most: 500, keptForStaff: 100 }, verdicts: newest };

  await knows(moved);
  fixture.neighbours.orders.verdict = async (_, id) => (id === verdict.commandId ? verdict : null);
  const later = await fixture.gateway.told(cancelling('c-1'));
  await knows({ ...moved, ...cancelledBy('otto') }, { verdicts: [verdict, ...newest] });
  const afterClose = await fixture.gateway.told(cancelling('c-1'));
  const otherwise = await fixture.gateway.told(cancelling('c-1', 'for another reason'));

  expect(told).toMatchObject({ cancelOrder: { __typename: 'VerdictPending' } });
  expect([later, afterClose]).toEqual(Array(2).fill({ cancelOrder: { __typename: 'CancelOrderPayload' } }));
  expect(otherwise).toMatchObject({ cancelOrder: { __typename: 'IdempotencyConflict' } });
  expect(fixture.calls.filter((call) => call === 'engine.command')).toHaveLength(1);
});

let revision = 0;

/** Changes the order in the engine and the book, and notifies its watches. */
async function knows(changes: Partial<OrderState>, moreInBook: Partial<OrderState> = {}): Promise<void> {
  revision += 1;
  const order = anOrderUnderWay('ORD-1', { customerId: 'CUST-1', ...changes, revision });
  fixture.booked.set('ORD-1', inTheBook({ ...order, ...moreInBook }));
  fixture.running.set('ORD-1', { ...order, revision: revision - 1 });
  fixture.happen('ORD-1');
  await expect.poll(() => fixture.gateway.told('{ order(id: "ORD-1") { revision } }')).toEqual({ order: { revision } });
}

/** The newest command that the order received. */
const heard = () => fixture.heard.at(-1) ?? { commandId: '', fingerprint: '' };

const approved = (approvedBy: string): OrderState['steps'][number] => ({
  name: 'AWAIT_APPROVAL',
  status: 'COMPLETED',
  attempt: 1,
  percent: null,
  error: null,
  startedAt: at,
  finishedAt: at,
  detail: { approvedBy },
});

const cancelling = (commandId = 'c-1', reason = 'no longer') => `mutation {
  cancelOrder(input: { orderId: "ORD-1", commandId: "${commandId}", reason: "${reason}" }) {
    __typename
    ... on OrderClosed { status decidedBy decidedAt }
    ... on InvalidInput { fields { path message } }
  }
}`;

const approving = `mutation {
  approveOrder(input: { orderId: "ORD-1", commandId: "a-1" }) { __typename ... on OrderNotAwaitingApproval { decidedBy decidedAt } }
}`;
