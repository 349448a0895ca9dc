import type { OrderState, OrderStepName } from '@waybill/contracts/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
});
afterEach(() => fixture.close());

const at = '2026-01-01T00:00:00.000Z';

/** An order whose steps are completed up to one, and whose next is running. */
function completedTo(last: OrderStepName, changes: Partial<OrderState> = {}): OrderState {
  const order = anOrderUnderWay('ORD-1', changes);
  const end = order.steps.findIndex(({ name }) => name === last);
  const steps = order.steps.map((step, nth) => {
    if (nth <= end) return { ...step, status: 'COMPLETED' as const, finishedAt: at };
    return nth === end + 1 ? { ...step, status: 'RUNNING' as const } : step;
  });
  return { ...order, steps, currentStep: steps[end + 1]?.name ?? null, ...changes };
}

const statusAt = async (path: string, order: OrderState) => {
  fixture.running.set('ORD-1', order);
  const { body } = await restAt(fixture.gateway, '').get(path);
  return body;
};

test.each([
  ['/workflows/order-fulfillment-ORD-1/status', 'awaiting_approval', 'order-fulfillment-ORD-1'],
  ['/api/v1/order/order-ORD-1/status', 'pending_approval', 'order-ORD-1'],
  ['/orders/ORD-1/status', 'awaiting_approval', 'order-ORD-1'],
  ['/orders/order-workflow-ORD-1/status', 'awaiting_approval', 'order-ORD-1'],
])('an order that waits for a manager is, at %s, %s', async (path, status, workflowId) => {
  const waiting = completedTo('AUTHORIZE_PAYMENT', { status: 'AWAITING_APPROVAL', requiresApproval: true });

  expect(await statusAt(path, waiting)).toMatchObject({
    orderId: 'ORD-1',
    workflowId,
    status,
    currentStep: 'manager_approval',
    step: 'MANUAL_REVIEW',
    state: 'AWAITING_APPROVAL',
  });
});

test.each<[OrderStepName, step: string, state: string]>([
  ['RECEIVE', 'VALIDATE', 'RECEIVED'],
  ['VALIDATE', 'VALIDATE', 'VALIDATED'],
  ['ENRICH', 'PAY', 'VALIDATED'],
  ['AWAIT_APPROVAL', 'PAY', 'APPROVED'],
  ['RESERVE_INVENTORY', 'PAY', 'APPROVED'],
  ['CAPTURE_PAYMENT', 'PREPARE_PACKAGE', 'PAYMENT_CHARGED'],
  ['PREPARE_PACKAGE', 'PREPARE_PACKAGE', 'PACKAGE_PREPARED'],
  ['CREATE_LABEL', 'DISPATCH_CARRIER', 'PACKAGE_PREPARED'],
  ['DISPATCH_CARRIER', 'SHIPPED', 'SHIPPED'],
])('an order that has completed %s is at the step %s, in the state %s', async (last, step, state) => {
  expect(await statusAt('/orders/ORD-1/status', completedTo(last))).toMatchObject({ step, state });
});

test('the completed steps have their words, times and results, and what failed is told', async () => {
  const { steps, ...order } = completedTo('AUTHORIZE_PAYMENT');
  const detailed = steps.map((step) =>
    step.name === 'AUTHORIZE_PAYMENT' ? { ...step, detail: { authorizationId: 'auth-1' } } : step,
  );
  const compensation = {
    name: 'RELEASE_PAYMENT',
    undoes: 'AUTHORIZE_PAYMENT',
    status: 'COMPLETED',
    attempt: 1,
  } as const;
  const compensations = [{ ...compensation, startedAt: at, finishedAt: at, error: null }];
  const failure = { code: 'OUT_OF_STOCK', message: 'None is left', step: 'RESERVE_INVENTORY' } as const;

  const status = await statusAt('/orders/ORD-1/status', { ...order, steps: detailed, compensations, failure });

  const completed = { status: 'completed', timestamp: at, data: {} };
  expect(status.completedSteps).toEqual([
    { ...completed, name: 'order_received' },
    { ...completed, name: 'order_validation' },
    { ...completed, name: 'order_enrichment' },
    { ...completed, name: 'payment_authorization', data: { authorizationId: 'auth-1', authId: 'auth-1' } },
  ]);
  expect(status.compensations).toEqual([{ name: 'release_payment', status: 'completed', timestamp: at }]);
  expect(status.error).toBe('None is left');
});

test('every step has its word', async () => {
  const { completedSteps } = await statusAt('/orders/ORD-1/status', completedTo('NOTIFY_CUSTOMER'));

  expect((completedSteps as { name: string }[]).map(({ name }) => name)).toEqual([
    ...['order_received', 'order_validation', 'order_enrichment', 'payment_authorization', 'manager_approval'],
    ...['inventory_reservation', 'payment_capture', 'package_preparation', 'shipping_label', 'carrier_dispatch'],
    'customer_notification',
  ]);
});
