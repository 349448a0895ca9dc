import { condition } from '@temporalio/workflow';
import {
  type Address,
  type LabelCreated,
  type OrderStepName,
  type PackagePrepared,
  type PlacedOrder,
  shipment,
} from '@waybill/contracts/domain';
import type { OrderRecord } from '../state/order-record.ts';
import { stockLines } from '../state/stock-lines.ts';
import { ShipmentChild } from './child.ts';
import { Question } from './protocol.ts';

export type OrderShipment = ReturnType<typeof createShipment>;

/**
 * The parent's side of `shipOrder`. The child asks before it creates the label and before it dispatches, so that one
 * place decides whether the address may still change and whether the order may still be cancelled.
 */
export function createShipment({ state }: OrderRecord, placed: PlacedOrder) {
  const { orderId, correlationId, patience, shippingQueue = shipment.taskQueue } = placed;
  const child = new ShipmentChild(shippingQueue, () => ({
    orderId,
    correlationId,
    lines: stockLines(state.items),
    ...(patience ? { patience } : {}),
  }));
  const addressQuestion = new Question<PackagePrepared, Address>();
  const dispatchQuestion = new Question<LabelCreated, true>();

  const reportOf = async <Detail extends object>(question: {
    report: { attempt: number; detail: Detail } | undefined;
  }) => {
    await condition(() => question.report !== undefined || child.hasEnded);
    if (!question.report) throw child.failure;
    const { attempt, detail } = question.report;
    return { ...detail, attempt };
  };

  return {
    addressQuestion,
    dispatchQuestion,

    giveUp: (step: OrderStepName) => child.giveUp(step),
    prepare: () => child.during(() => reportOf(addressQuestion)),

    createLabel: (address: Address) =>
      child.during(() => {
        addressQuestion.answer(address);
        return reportOf(dispatchQuestion);
      }),

    dispatch: () =>
      child.during((handle) => {
        dispatchQuestion.answer(true);
        return handle.result();
      }),
  };
}
