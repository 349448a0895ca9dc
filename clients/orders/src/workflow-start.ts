import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { fulfillment, keyHolder, majorUnits, type OrderMemo, type PlacedOrder } from '@waybill/contracts/domain';
import type { Engine } from './engine.ts';
import { asOwnError } from './engine-faults.ts';

/** The holder of a workflow id: this call, or an earlier one. */
export type Holder = OrderMemo & { justStarted: boolean };

const callMs = 10_000;

/** Starts a workflow under an id that is used only once, and returns the holder of the id. */
export const createWorkflowStart = (engine: Engine, taskQueue: string) => {
  const holderOf = async (workflowId: string): Promise<Holder> => {
    const { workflowExecutionInfo } = await engine.describe(workflowId, { withinMs: callMs }).catch(asOwnError);
    const { orderId, fingerprint } = workflowExecutionInfo?.memo?.fields ?? {};
    return {
      orderId: String(orderId && (await engine.decoded({ payloads: [orderId] }))),
      fingerprint: String(fingerprint && (await engine.decoded({ payloads: [fingerprint] }))),
      justStarted: false,
    };
  };

  const start = async (workflow: string, workflowId: string, content: Content): Promise<Holder> => {
    try {
      await engine.limited({ withinMs: callMs }, () =>
        engine.workflow.start(workflow, {
          ...content,
          workflowId,
          taskQueue,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
        }),
      );
      return { ...content.memo, justStarted: true };
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) return asOwnError(error);
      return holderOf(workflowId);
    }
  };

  return {
    fulfillment: (order: PlacedOrder, inBook: InBook) =>
      preferBook(
        inBook,
        start(fulfillment.workflow, fulfillment.idFor(order.orderId), {
          args: [order],
          memo: { orderId: order.orderId, fingerprint: order.fingerprint },
          typedSearchAttributes: attributesOf(order),
        }),
      ),
    keyHolder: (keyId: string, memo: OrderMemo, inBook: InBook) =>
      preferBook(inBook, start(keyHolder.workflow, fulfillment.idFor(keyId), { args: [], memo })),
  };
};

type InBook = Promise<OrderMemo | undefined>;

/**
 * The engine drops workflows that closed long ago; then their ids can be started again. An entry of the order book takes
 * precedence: a workflow that was started beside it finds it at its first step, and stops.
 */
async function preferBook(inBook: InBook, started: Promise<Holder>): Promise<Holder> {
  const [known, holder] = await Promise.all([inBook, started]);
  return known ? { ...known, justStarted: false } : holder;
}

type Content = { args: PlacedOrder[]; memo: OrderMemo; typedSearchAttributes?: TypedSearchAttributes };

const orderId = defineSearchAttributeKey('orderId', 'KEYWORD');
const customerId = defineSearchAttributeKey('customerId', 'KEYWORD');
const orderStatus = defineSearchAttributeKey('orderStatus', 'KEYWORD');
const totalAmount = defineSearchAttributeKey('totalAmount', 'DOUBLE');
const createdAt = defineSearchAttributeKey('createdAt', 'DATETIME');

const attributesOf = (order: PlacedOrder) =>
  new TypedSearchAttributes([
    { key: orderId, value: order.orderId },
    { key: customerId, value: order.customerId },
    { key: orderStatus, value: 'RECEIVED' },
    { key: totalAmount, value: majorUnits(order.total) },
    { key: createdAt, value: new Date(order.placedAt) },
  ]);
