import { HandlerUnfinishedPolicy } from '@temporalio/common';
import {
  CancellationScope,
  ChildWorkflowCancellationType,
  type ChildWorkflowHandle,
  condition,
  ParentClosePolicy,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import {
  type Address,
  type Parcel,
  type PlacedOrder,
  type ShippingStep,
  type ShippingStepDone,
  shipment,
} from '@waybill/contracts/words';
import type { Attempted } from '../../../activities/attempted.ts';
import type { Book } from '../book/book.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { linesOf } from '../state/stock-lines.ts';
import type { shipOrder } from './ship-order.ts';
import { clearDispatch, dispatchFailed, settleAddress } from './shipping-words.ts';

type Child = ChildWorkflowHandle<typeof shipOrder>;

/** A child that the order no longer wants gets no answer: it is being cancelled. */
const howToAnswer = { unfinishedPolicy: HandlerUnfinishedPolicy.ABANDON, validator: mustTellWhatIsDone };

/**
 * The parent's side of `shipOrder`. The child asks before it makes the label and before it dispatches, so that it is
 * decided here, in one place, whether an address may still change and whether an order may still be cancelled.
 */
export function parcelOf(order: OrderRecord, placed: PlacedOrder, book: Book) {
  const shipping = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
  const reports = new Map<ShippingStep, ShippingStepDone>();
  let settled: Address | undefined;
  let cleared: true | undefined;
  let child: Child | undefined;
  let ended: { failure?: unknown } | undefined;

  const answers = <T>(step: ShippingStep, answer: () => T | undefined) => {
    return async (done: ShippingStepDone): Promise<T> => {
      book.beforeUpdate();
      reports.set(step, done);
      await CancellationScope.nonCancellable(() => condition(() => answer() !== undefined));
      return answer() as T;
    };
  };
  setHandler(
    settleAddress,
    answers('PREPARE_PACKAGE', () => settled),
    howToAnswer,
  );
  setHandler(
    clearDispatch,
    answers('CREATE_LABEL', () => cleared),
    howToAnswer,
  );
  setHandler(dispatchFailed, () => undefined); // the child then fails with the same words, and that cannot be forged

  /** It is cancelled with the story, but not before it has started: the engine might find nothing to cancel. */
  const begin = async () => {
    const { cancelRequested } = CancellationScope.current();
    child = await shipping.run(() =>
      startChild<typeof shipOrder>(shipment.workflow, {
        workflowId: shipment.idFor(placed.orderId),
        taskQueue: placed.shippingQueue ?? shipment.taskQueue,
        args: [parcelIn(order, placed)],
        cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
        parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      }),
    );
    cancelRequested.catch(() => shipping.cancel());
    child.result().then(
      () => (ended = {}),
      (failure: unknown) => (ended = { failure }),
    );
    return child;
  };

  const reported = async (step: ShippingStep): Promise<Attempted<object>> => {
    await condition(() => reports.has(step) || ended !== undefined);
    const report = reports.get(step);
    if (!report) throw ended?.failure;
    return { ...report.detail, attempt: report.attempt };
  };

  /** A step that fails or is cancelled is over only when the child is. */
  const untilOver = async <T>(step: (parcel: Child) => Promise<T>): Promise<T> => {
    const begun = child ?? (await begin());
    try {
      return await step(begun);
    } catch (failure) {
      await CancellationScope.nonCancellable(() => condition(() => ended !== undefined));
      throw ended?.failure ?? failure;
    }
  };

  return {
    prepare: () => untilOver(() => reported('PREPARE_PACKAGE')),

    createLabel: (address: Address) =>
      untilOver(() => {
        settled = address;
        return reported('CREATE_LABEL');
      }),

    dispatch: () =>
      untilOver((parcel) => {
        cleared = true;
        return parcel.result();
      }),
  };
}

const parcelIn = ({ state }: OrderRecord, { orderId, correlationId, patience }: PlacedOrder): Parcel => ({
  orderId,
  correlationId,
  lines: linesOf(state.items),
  ...(patience ? { patience } : {}),
});

/** Updates also come from people at a terminal. One that is refused leaves nothing in the history. */
function mustTellWhatIsDone(done: unknown): void {
  const { attempt, detail } = (done ?? {}) as Partial<ShippingStepDone>;
  if (!Number.isSafeInteger(attempt) || typeof detail !== 'object' || detail === null)
    throw new TypeError('It must be told what is done, as { attempt, detail }');
}
