import type { Address, PlacedOrder, StepError } from './order.ts';

/** The steps that the child workflow `shipOrder` takes for its parent. */
export const shippingSteps = ['PREPARE_PACKAGE', 'CREATE_LABEL', 'DISPATCH_CARRIER'] as const;
export type ShippingStep = (typeof shippingSteps)[number];

/** What `shipOrder` is given. */
export type Parcel = Pick<PlacedOrder, 'orderId' | 'correlationId' | 'patience'> & {
  lines: { sku: string; quantity: number }[];
};

/** Parent to child, signal `createLabel`: the address is settled. `dispatch` needs no words: the order can no longer be cancelled. */
export type CreateLabelOrder = { address: Address };

/** Child to parent, signal `shippingStepDone`. */
export type ShippingStepDone = { step: ShippingStep; attempt: number; detail: Record<string, unknown> };

/** Child to parent, signal `dispatchFailed`, on the last failure; the child then fails too. */
export type DispatchFailed = { attempt: number; error: StepError };
