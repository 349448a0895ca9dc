import { defineSignal, defineUpdate } from '@temporalio/workflow';
import { type Address, type DispatchFailed, fulfillment, type ShippingStepDone } from '@waybill/contracts/words';

// From the child to its parent.
export const settleAddress = defineUpdate<Address, [ShippingStepDone]>(fulfillment.updates.settleAddress);
export const clearDispatch = defineUpdate<true, [ShippingStepDone]>(fulfillment.updates.clearDispatch);
export const dispatchFailed = defineSignal<[DispatchFailed]>(fulfillment.signals.dispatchFailed);
