import { proxyActivities, TemporalFailure } from '@temporalio/workflow';
import { type OrderStepName, type PatientStep, type PlacedOrder, stepRules } from '@waybill/contracts/words';
import type { InventoryActivities } from '../../activities/inventory.ts';
import type { NotificationActivities } from '../../activities/notification.ts';
import type { PaymentActivities } from '../../activities/payment.ts';
import type { ValidationActivities } from '../../activities/validation.ts';
import { forever, patienceFor, willGiveUp } from './activities/patience.ts';
import type { Book } from './book/book.ts';
import type { Additions } from './commands/additions.ts';
import type { Approval } from './commands/approval.ts';
import type { Cancelling } from './commands/cancelling.ts';
import { enrichmentOf } from './enrichment.ts';
import { compensationsOf } from './saga/compensations.ts';
import { stepTaker } from './saga/step.ts';
import type { Story } from './saga/story.ts';
import type { Undos } from './saga/undos.ts';
import type { parcelOf } from './shipping/parcel.ts';
import { newsOf } from './state/news.ts';
import { declined, notingPayment, notingShipment } from './state/notes.ts';
import type { OrderRecord } from './state/order-record.ts';
import { linesOf } from './state/stock-lines.ts';

export type Parts = {
  /** What the workflow was started with, to the letter. */
  given: unknown;
  placed: PlacedOrder;
  story: Story;
  order: OrderRecord;
  undos: Undos;
  book: Book;
  approval: Approval;
  additions: Additions;
  cancelling: Cancelling;
  parcel: ReturnType<typeof parcelOf>;
};

export type Steps = ReturnType<typeof stepsFor>;

const { validateOrder } = proxyActivities<ValidationActivities>(forever);

/** All that can be done for an order. Each step says how it is undone on the line above it. */
export function stepsFor({ given, placed, story, order, undos, book, approval, additions, cancelling, parcel }: Parts) {
  const { authorizePayment } = proxyActivities<PaymentActivities>(willGiveUp('AUTHORIZE_PAYMENT', placed));
  const { reserveInventory } = proxyActivities<InventoryActivities>(willGiveUp('RESERVE_INVENTORY', placed));
  const { capturePayment } = proxyActivities<PaymentActivities>(willGiveUp('CAPTURE_PAYMENT', placed));
  const { notifyCustomer } = proxyActivities<NotificationActivities>(willGiveUp('NOTIFY_CUSTOMER', placed));

  const { state } = order;
  const { orderId, correlationId, customerId } = placed;
  const which = { orderId, correlationId };
  const noted = notingPayment(order);
  const undo = compensationsOf(order, { ...which, shippingQueue: placed.shippingQueue });
  let authorizationId = '';
  const taking = { order, undos, attemptsAllowed: (name: OrderStepName) => attemptsAllowed(name, placed) };
  const takeStep = stepTaker({ ...taking, isHalted: () => story.isHalted });
  const takeLastStep = stepTaker({ ...taking, isHalted: () => false });
  const step: typeof takeStep = async (name, run) => {
    await takeStep(name, run);
    story.goOn();
  };

  return {
    receive: () => step('RECEIVE', () => book.receives()),

    validate: () => step('VALIDATE', () => validateOrder(given)),

    async enrich() {
      if (order.steps.includes('ENRICH')) await step('ENRICH', () => enrichmentOf(state, placed));
    },

    async authorizePayment() {
      order.paid({ status: 'PENDING' });
      undos.register('AUTHORIZE_PAYMENT', undo.AUTHORIZE_PAYMENT);
      await step('AUTHORIZE_PAYMENT', async () => {
        const request = { ...which, customerId, amount: state.total, change: 0 };
        const hold = await authorizePayment(request).then(noted, declined(order));
        authorizationId = hold.authorizationId;
        return hold;
      });
    },

    async awaitApproval() {
      if (!approval.isNeeded) return;
      await step('AWAIT_APPROVAL', () => approval.decision()).finally(additions.areSettled);
      story.goOn();
    },

    async reserveInventory() {
      order.became('PROCESSING');
      undos.register('RESERVE_INVENTORY', undo.RESERVE_INVENTORY);
      await step('RESERVE_INVENTORY', () => reserveInventory({ ...which, lines: linesOf(state.items), change: 0 }));
    },

    async capturePayment() {
      order.became('PROCESSING');
      undos.register('CAPTURE_PAYMENT', undo.CAPTURE_PAYMENT);
      await step('CAPTURE_PAYMENT', () =>
        capturePayment({ ...which, authorizationId, amount: state.total }).then(noted, declined(order)),
      );
    },

    async ship() {
      undos.register('PREPARE_PACKAGE', undo.PREPARE_PACKAGE);
      order.shipped({ status: 'PREPARING' });
      await step('PREPARE_PACKAGE', () => parcel.prepare().then(notingShipment(order, 'PREPARED')));

      undos.register('CREATE_LABEL', undo.CREATE_LABEL);
      order.shipped({ status: 'LABELING' });
      await step('CREATE_LABEL', () =>
        parcel.createLabel(state.shippingAddress).then(notingShipment(order, 'LABELED')),
      );

      await step('DISPATCH_CARRIER', () => parcel.dispatch().then(notingShipment(order, 'DISPATCHED'))).catch(
        cancelling.carrierDidNotTakeIt,
      );
      order.became('SHIPPED');
      cancelling.carrierTookIt();
    },

    /** Never fails an order: a lost message unships nothing. */
    async notifyCustomer() {
      await takeLastStep('NOTIFY_CUSTOMER', () => notifyCustomer({ ...which, ...newsOf(state) })).catch(unlessTold);
    },
  };
}

const attemptsAllowed = (name: OrderStepName, placed: PlacedOrder): number =>
  'patience' in stepRules[name] ? patienceFor(name as PatientStep, placed).attempts : 1;

function unlessTold(failure: unknown): void {
  if (!(failure instanceof TemporalFailure)) throw failure;
}
