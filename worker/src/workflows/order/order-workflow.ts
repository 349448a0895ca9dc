import { type OrderStepName, type PlacedOrder, stepsOf } from '@waybill/contracts/domain';
import { Stoppable } from '../shared/saga/stoppable.ts';
import { createStepActivities } from './activities/proxies.ts';
import { OrderBook } from './book/order-book.ts';
import { createAddressChanges } from './commands/address-change.ts';
import { createApproval } from './commands/approval.ts';
import { createCancellation } from './commands/cancellation.ts';
import { approvesAsSeen, createItemAdditions } from './commands/item-additions.ts';
import { createOperatorCommands } from './commands/operator-commands.ts';
import { handleQueries, handleSignals, handleUpdates } from './handlers.ts';
import { createCompensations } from './providers/compensations.ts';
import { knowsEnrichment } from './providers/enrichment.ts';
import { createPayment } from './providers/payment.ts';
import { createStock } from './providers/stock.ts';
import { ExecutionOwnership } from './recovery/execution-ownership.ts';
import { OrderCompensations } from './saga/compensation.ts';
import { OrderSaga } from './saga/saga.ts';
import { createOrderStepRunner, type TakeOrderStep } from './saga/step.ts';
import { createShipment } from './shipping/shipment.ts';
import { OrderRecord } from './state/order-record.ts';
import { readPlacedOrder } from './state/read-placed-order.ts';
import { updateSearchAttributes } from './state/search-attributes.ts';

export type OrderWorkflow = ReturnType<typeof createOrderWorkflow>;

/**
 * Assembles the parts of one order's workflow, and sets its handlers. `cancelRequested` rejects when the engine itself
 * is asked to cancel the workflow: that is handled like a customer's cancellation.
 */
export function createOrderWorkflow(input: PlacedOrder, cancelRequested: Promise<never>) {
  const parts = createSaga(readPlacedOrder(input));
  const { placed, order, orderRef, book, saga } = parts;
  const providers = createProviders(parts);
  const commands = createCommands(parts, providers);

  handleUpdates(providers.shipment, book);
  handleQueries(order);
  handleSignals(order, saga, commands);
  cancelRequested.catch(() =>
    commands.cancellation.request({ reason: 'The workflow was cancelled', decide: () => undefined }),
  );

  const compensations = createCompensations(order, orderRef, placed.shippingQueue);
  return { input, ...parts, ...providers, ...commands, compensations, ...createStepRunners(parts) };
}

type Parts = ReturnType<typeof createSaga>;

/** The order's record, its book, and its saga. */
function createSaga(placed: ReturnType<typeof readPlacedOrder>) {
  const { orderId, correlationId } = placed;
  const orderRef = { orderId, correlationId };
  const order = OrderRecord.placed(placed, stepsFor(placed), updateSearchAttributes);
  const ownership = new ExecutionOwnership(order, orderRef);
  const stoppable = new Stoppable();
  const registered = new OrderCompensations({
    hold: () => ownership.beforeCompensation(),
    stoppable,
    onSettled: (entry, stop) => order.compensations.settle(entry, stop),
  });
  const book = new OrderBook(order, placed, () => ownership.wasReset);
  const saga = new OrderSaga({ placed, order, compensations: registered });
  return { placed, orderRef, order, ownership, stoppable, registered, book, saga };
}

/** The providers of the order. */
function createProviders({ placed, order }: Parts) {
  const activities = createStepActivities(placed);
  return {
    activities,
    payment: createPayment(order, placed, activities),
    stock: createStock(order, placed, activities),
    shipment: createShipment(order, placed),
  };
}

/** The commands that the order takes. */
function createCommands(
  { placed, order, orderRef, stoppable, saga }: Parts,
  { payment, stock, shipment }: ReturnType<typeof createProviders>,
) {
  const hold = placed.plan === 'AUTHORIZE_FIRST' ? payment.hold : stock.hold;
  return {
    approval: createApproval(order, saga, placed),
    cancellation: createCancellation(order, saga),
    additions: createItemAdditions({ order, saga, hold, placed, approvesAsSeen }),
    addresses: createAddressChanges(order),
    operators: createOperatorCommands({ order, orderRef, stoppable, shipment }),
  };
}

/** The step runners: of the saga, and of the step after it. */
function createStepRunners({ placed, order, ownership, stoppable, registered, saga }: Parts) {
  const hold = (name: OrderStepName) => ownership.beforeStep(name);
  const options = { placed, order, compensations: registered, stoppable, hold };
  const takeStep = createOrderStepRunner({ ...options, isHalted: () => saga.isHalted, onGivenUp: saga.giveUpStep });

  /** Takes a step of the saga; nothing follows it if the saga was halted meanwhile. */
  const step: TakeOrderStep = async (name, definition) => {
    await takeStep(name, definition);
    saga.throwIfHalted();
  };
  return { step, takeLastStep: createOrderStepRunner({ ...options, isHalted: () => false }) };
}

/** The steps of the order's plan, as far as they existed when the order began. */
function stepsFor({ plan }: PlacedOrder): OrderStepName[] {
  const enriched = knowsEnrichment();
  return stepsOf[plan].filter((step) => enriched || step !== 'ENRICH');
}
