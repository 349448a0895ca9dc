import type { StepError } from './order.ts';
import type { PlacedOrder } from './order-input.ts';
import type { OrderStepName } from './steps.ts';
import type { StockLine } from './stock-line.ts';

/** The steps that the child workflow `shipOrder` takes for its parent. */
export const shippingSteps = ['PREPARE_PACKAGE', 'CREATE_LABEL', 'DISPATCH_CARRIER'] as const;
export type ShippingStep = (typeof shippingSteps)[number];

export const isShippingStep = (step: OrderStepName): step is ShippingStep =>
  (shippingSteps as readonly OrderStepName[]).includes(step);

/** The input of `shipOrder`. */
export type ShipmentInput = Pick<PlacedOrder, 'orderId' | 'correlationId' | 'patience'> & {
  lines: StockLine[];
};

/** The attempt of a shipping step that succeeded, and its result. */
type Report<Detail> = { attempt: number; detail: Detail };

/** Child to parent: the update `settleAddress`, which returns the address. */
export type PackagePrepared = Report<{ shipmentId: string | null }>;

/** Child to parent: the update `clearDispatch`, which returns `true`. */
export type LabelCreated = Report<{ labelId: string; carrier: string; trackingNumber: string }>;

/** Child to parent: the signal `dispatchFailed`, after the last attempt; the child then fails too. */
export type DispatchFailed = { attempt: number; error: StepError };
