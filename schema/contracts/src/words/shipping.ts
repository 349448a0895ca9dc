import type { PlacedOrder, StepError } from './order.ts';

/** The steps that the child workflow `shipOrder` takes for its parent. */
export const shippingSteps = ['PREPARE_PACKAGE', 'CREATE_LABEL', 'DISPATCH_CARRIER'] as const;
export type ShippingStep = (typeof shippingSteps)[number];

/** What `shipOrder` is given. */
export type Parcel = Pick<PlacedOrder, 'orderId' | 'correlationId' | 'patience'> & {
  lines: { sku: string; quantity: number }[];
};

/**
 * Child to parent, with the updates `settleAddress` (the package is prepared: where to?) and `clearDispatch` (the label
 * is made: may it go?): the step that is done, and what it brought.
 */
export type ShippingStepDone = { attempt: number; detail: Record<string, unknown> };

/** Child to parent, signal `dispatchFailed`, on the last failure; the child then fails too. */
export type DispatchFailed = { attempt: number; error: StepError };
