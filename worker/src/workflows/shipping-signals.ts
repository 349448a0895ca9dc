import { defineSignal } from '@temporalio/workflow';
import {
  type CreateLabelOrder,
  type DispatchFailed,
  fulfillment,
  type ShippingStepDone,
  shipment,
} from '@waybill/contracts/words';

// From the child to its parent.
export const stepDone = defineSignal<[ShippingStepDone]>(fulfillment.signals.shippingStepDone);
export const dispatchFailed = defineSignal<[DispatchFailed]>(fulfillment.signals.dispatchFailed);

// From the parent to its child.
export const createLabelNow = defineSignal<[CreateLabelOrder]>(shipment.signals.createLabel);
export const dispatchNow = defineSignal(shipment.signals.dispatch);
