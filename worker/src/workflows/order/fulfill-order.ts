import { CancellationScope } from '@temporalio/workflow';
import type { OrderOutcome, OrderStepName, PlacedOrder } from '@waybill/contracts/domain';
import { validateOrder } from './activities/proxies.ts';
import { closeOrder } from './book/close-order.ts';
import { createOrderWorkflow, type OrderWorkflow } from './order-workflow.ts';
import { enrich } from './providers/enrichment.ts';
import { notifyCustomer } from './providers/notification.ts';
import { recordShipment } from './providers/record.ts';

/**
 * Fulfills one order: takes the steps of its plan, compensates what was done when one of them fails, and notifies the
 * customer. Completes with a business outcome, whether the order ships or not; fails if an engineer must look at it.
 */
export async function fulfillOrder(input: PlacedOrder): Promise<OrderOutcome> {
  const { cancelRequested } = CancellationScope.current();

  // The engine's own cancellation becomes a command of the order, so it cancels nothing in this scope by itself.
  return CancellationScope.nonCancellable(async () => {
    const workflow = createOrderWorkflow(input, cancelRequested);
    // An execution that was reset may leave its order, which is closed by then or belongs to a recovery.
    return Promise.race([runSaga(workflow), workflow.ownership.left]);
  });
}

async function runSaga(workflow: OrderWorkflow): Promise<OrderOutcome> {
  const { order, book, saga } = workflow;
  await saga.run(() => takeSteps(workflow));
  if (!book.isDuplicate) await notifyCustomer(workflow.orderRef, order, workflow.activities, workflow.takeLastStep);
  return closeOrder(order, book, saga.fault);
}

/** The plan of an order determines the sequence of its steps (`stepsOf` in the contracts). */
async function takeSteps(workflow: OrderWorkflow): Promise<void> {
  for (const { name } of workflow.order.state.steps) if (name !== 'NOTIFY_CUSTOMER') await steps[name](workflow);
}

/** The steps of an order, each with its compensation. */
export const steps: Record<Exclude<OrderStepName, 'NOTIFY_CUSTOMER'>, (workflow: OrderWorkflow) => Promise<void>> = {
  RECEIVE: ({ step, book }) => step('RECEIVE', { run: () => book.receive() }),

  VALIDATE: ({ step, input }) => step('VALIDATE', { run: () => validateOrder(input) }),

  ENRICH: ({ step, order, placed, activities }) =>
    step('ENRICH', { run: () => enrich(order.state, placed, activities) }),

  async AUTHORIZE_PAYMENT({ step, order, payment, compensations }) {
    order.updatePayment({ status: 'PENDING' });
    await step('AUTHORIZE_PAYMENT', {
      run: () => payment.authorize(),
      compensate: compensations.releasePayment,
    });
  },

  async AWAIT_APPROVAL({ step, saga, approval, additions }) {
    if (!approval.isNeeded) return;
    await step('AWAIT_APPROVAL', { run: () => approval.wait() }).finally(additions.settled);
    saga.throwIfHalted();
  },

  async RESERVE_INVENTORY({ step, order, stock, compensations }) {
    order.setStatus('PROCESSING');
    await step('RESERVE_INVENTORY', {
      run: () => stock.reserve(),
      compensate: compensations.releaseInventory,
    });
  },

  async CAPTURE_PAYMENT({ step, order, payment, compensations }) {
    order.setStatus('PROCESSING');
    await step('CAPTURE_PAYMENT', {
      run: () => payment.capture(),
      compensate: compensations.refundPayment,
    });
  },

  async PREPARE_PACKAGE({ step, order, shipment, compensations }) {
    order.updateShipment({ status: 'PREPARING' });
    await step('PREPARE_PACKAGE', {
      run: () => shipment.prepare().then(recordShipment(order, 'PREPARED')),
      compensate: compensations.cancelShipment,
    });
  },

  async CREATE_LABEL({ step, order, shipment, compensations }) {
    order.updateShipment({ status: 'LABELING' });
    await step('CREATE_LABEL', {
      run: () => shipment.createLabel(order.state.shippingAddress).then(recordShipment(order, 'LABELED')),
      compensate: compensations.cancelLabel,
    });
  },

  async DISPATCH_CARRIER({ step, order, shipment, cancellation }) {
    await step('DISPATCH_CARRIER', {
      run: () => shipment.dispatch().then(recordShipment(order, 'DISPATCHED')),
    }).catch((failure: unknown) => {
      cancellation.grantPending();
      throw failure;
    });
    order.setStatus('SHIPPED');
    cancellation.refusePending();
  },
};
