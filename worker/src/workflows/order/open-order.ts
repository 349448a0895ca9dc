import { type OrderStepName, type PlacedOrder, stepsOf } from '@waybill/contracts/domain';
import { Stoppable } from '../shared/saga/stoppable.ts';
import { createStepActivities } from './activities/proxies.ts';
import { createOrderBook } from './book/order-book.ts';
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
import { RunOwnership } from './recovery/run-ownership.ts';
import { OrderCompensations } from './saga/compensation.ts';
import { Saga } from './saga/saga.ts';
import { createOrderStepRunner, type TakeOrderStep } from './saga/step.ts';
import { createShipment } from './shipping/shipment.ts';
import { OrderRecord } from './state/order-record.ts';
import { readPlacedOrder } from './state/read-placed-order.ts';
import { updateSearchAttributes } from './state/search-attributes.ts';

export type OrderRun = ReturnType<typeof openOrder>;

/**
 * Assembles the parts of one order's workflow, and sets its handlers. `cancelRequested` rejects when the engine itself is
 * asked to cancel the workflow: that takes the same way as a customer's cancellation.
 */
export function openOrder(given: PlacedOrder, cancelRequested: Promise<never>) {
  const placed = readPlacedOrder(given);
  const { orderId, correlationId, plan } = placed;
  const orderRef = { orderId, correlationId };
  const order = OrderRecord.placed(placed, stepsFor(placed), updateSearchAttributes);
  const ownership = new RunOwnership(order, orderRef);
  const stoppable = new Stoppable();
  const registered = new OrderCompensations({
    hold: () => ownership.beforeCompensation(),
    stoppable,
    onSettled: (entry, stop) => order.compensations.settle(entry, stop),
  });
  const book = createOrderBook(order, placed, () => ownership.wasReset);
  const saga = new Saga({ placed, order, compensations: registered });
  const activities = createStepActivities(placed);
  const payment = createPayment(order, placed, activities);
  const stock = createStock(order, placed, activities);
  const shipment = createShipment(order, placed);
  const approval = createApproval(order, saga, placed);
  const cancellation = createCancellation(order, saga);
  const growing = plan === 'AUTHORIZE_FIRST' ? payment.hold : stock.hold;
  const additions = createItemAdditions({ order, saga, hold: growing, placed, approvesAsSeen });

  const operators = createOperatorCommands({ order, orderRef, stoppable, shipment });

  handleUpdates(shipment, book);
  handleQueries(order);
  handleSignals(order, saga, { approval, cancellation, additions, addresses: createAddressChanges(order), operators });
  cancelRequested.catch(() => cancellation.request({ reason: 'The workflow was cancelled', decide: () => undefined }));

  const hold = (name: OrderStepName) => ownership.beforeStep(name);
  const run = { placed, order, compensations: registered, stoppable, hold };
  const takeStep = createOrderStepRunner({ ...run, isHalted: () => saga.isHalted, onGivenUp: saga.giveUpStep });
  const takeLastStep = createOrderStepRunner({ ...run, isHalted: () => false });
  /** Takes a step of the saga; nothing follows it when the saga was halted meanwhile. */
  const step: TakeOrderStep = async (name, definition) => {
    await takeStep(name, definition);
    saga.throwIfHalted();
  };
  const compensations = createCompensations(order, orderRef, placed.shippingQueue);
  const commands = { approval, cancellation, additions };
  return {
    given,
    placed,
    orderRef,
    ownership,
    order,
    book,
    saga,
    activities,
    payment,
    stock,
    shipment,
    compensations,
    ...commands,
    step,
    takeLastStep,
  };
}

/** The steps of the order's plan, as far as they existed when the order began. */
function stepsFor({ plan }: PlacedOrder): OrderStepName[] {
  const enriched = knowsEnrichment();
  return stepsOf[plan].filter((step) => enriched || step !== 'ENRICH');
}
