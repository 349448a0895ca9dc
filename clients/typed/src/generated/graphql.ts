// Written by `npm run generate`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentText } from '../document.ts';
/** Input of `addOrderItem`. */
export type AddOrderItemInput = {
  /** Idempotency key of the command, 1 to 64 characters: a retry with the same id has no further effect. Generated if omitted. */
  commandId?: string | null | undefined;
  /** The line to add, in the order's currency. */
  item: OrderItemInput;
  /** Id of the order. */
  orderId: string;
};

/** A shipping address. */
export type AddressInput = {
  /** City or town. */
  city: string;
  /** ISO 3166-1 alpha-2 code, for example "DE". */
  country: string;
  /** State or province, if the country uses them. */
  state?: string | null | undefined;
  /** Street and house number. */
  street: string;
  /** Postal code; required if the country uses them. */
  zip?: string | null | undefined;
};

/** Input of `approveOrder`. */
export type ApproveOrderInput = {
  /** Idempotency key of the command, 1 to 64 characters: a retry with the same id has no further effect. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Text for the journal, up to 500 characters. */
  note?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
};

/** Input of `cancelOrder`. */
export type CancelOrderInput = {
  /** Idempotency key of the command, 1 to 64 characters: a retry with the same id has no further effect. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
  /** Text for the journal, up to 500 characters. */
  reason: string;
};

/** Input of `changeShippingAddress`. */
export type ChangeShippingAddressInput = {
  /** The new shipping address. */
  address: AddressInput;
  /** Idempotency key of the command, 1 to 64 characters: a retry with the same id has no further effect. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
};

/** Outcome probabilities of one operation. */
export type ChaosOperationInput = {
  /** Provider and operation, for example "payment.authorize". */
  operation: string;
  /** Probability of each outcome; they add up to 100 percent. */
  shares: Array<ChaosShareInput>;
};

/** A predefined set of outcome probabilities. */
export type ChaosProfile =
  /** Every call succeeds. */
  | 'CALM'
  /** Probabilities set by an operator. */
  | 'CUSTOM'
  /** A third of the calls succeeds, a third fails, a third times out. */
  | 'FLAKY'
  /** Every operation fails often, in ways typical for it. */
  | 'STORM';

/** Probability of one outcome. */
export type ChaosShareInput = {
  /** Outcome of the call, for example "success", "timeout" or "lost_reply". */
  outcome: string;
  /** Probability in percent. */
  percent: number;
};

/** Machine-readable error code; corresponds to the type of the error. */
export type ErrorCode =
  /** The shipping label is being created or exists. */
  | 'ADDRESS_LOCKED'
  /** The order was handed to the carrier. */
  | 'ALREADY_SHIPPED'
  /** The id or key was already used for a different request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The input is invalid; `InvalidInput` lists the fields. */
  | 'INVALID_INPUT'
  /** The command would change nothing. */
  | 'NOTHING_TO_DO'
  /** The order is final or is being compensated. */
  | 'ORDER_CLOSED'
  /** The order is not awaiting approval. */
  | 'ORDER_NOT_AWAITING_APPROVAL'
  /** The order does not exist or is not visible to the viewer. */
  | 'ORDER_NOT_FOUND'
  /** The payment provider declined. */
  | 'PAYMENT_REFUSED'
  /** The run is final or is being compensated. */
  | 'RUN_CLOSED'
  /** The run does not exist or is not visible to the viewer. */
  | 'RUN_NOT_FOUND'
  /** The command was sent, and its result is not known yet. */
  | 'VERDICT_PENDING'
  /** The workflow ended before the order was closed. */
  | 'WORKFLOW_LOST';

/** Order in which the steps run. */
export type FulfillmentPlan =
  /** Authorizes the payment before approval; reserves stock and captures after it. */
  | 'AUTHORIZE_FIRST'
  /** Reserves stock before approval; authorizes and captures the payment after it. */
  | 'RESERVE_FIRST';

/** Actions on an order; each corresponds to a mutation. */
export type OrderAction =
  /** `addOrderItem` */
  | 'ADD_ITEM'
  /** `approveOrder` */
  | 'APPROVE'
  /** `cancelOrder` */
  | 'CANCEL'
  /** `cancelWorkflow` */
  | 'CANCEL_WORKFLOW'
  /** `changeShippingAddress` */
  | 'CHANGE_ADDRESS'
  /** `giveUpOrderStep` */
  | 'GIVE_UP_STEP'
  /** `rejectOrder` */
  | 'REJECT'
  /** `retryOrderNow` */
  | 'RETRY_NOW'
  /** `settleCompensation` */
  | 'SETTLE_COMPENSATION';

/** Type of a journal entry. */
export type OrderEventType =
  /** The shipping address changed. */
  | 'ADDRESS_UPDATED'
  /** A command was refused. */
  | 'COMMAND_REFUSED'
  /** A compensation completed. */
  | 'COMPENSATION_COMPLETED'
  /** A compensation was refused. It is not retried; an operator must look. */
  | 'COMPENSATION_FAILED'
  /** An operator declared a compensation done that was made by hand elsewhere. */
  | 'COMPENSATION_SETTLED'
  /** A compensation started. */
  | 'COMPENSATION_STARTED'
  /** A line was added. */
  | 'ITEM_ADDED'
  /** The last entry: the order is closed. */
  | 'ORDER_CLOSED'
  /** The first entry: the order was received. */
  | 'ORDER_RECEIVED'
  /** The status changed. */
  | 'STATUS_CHANGED'
  /** A step was cancelled while it ran. */
  | 'STEP_CANCELLED'
  /** A step completed. */
  | 'STEP_COMPLETED'
  /** A step was refused or exhausted its retries. */
  | 'STEP_FAILED'
  /** An operator gave up a step that kept failing. */
  | 'STEP_GIVEN_UP'
  /** An operator had the running step or compensation attempted at once. */
  | 'STEP_RETRIED_BY_HAND'
  /** A step started. */
  | 'STEP_STARTED';

/** Conditions that an order must all meet. Customers see only their own orders, whatever the filter. */
export type OrderFilter = {
  /** Placed at this time or later. */
  createdFrom?: string | null | undefined;
  /** Placed before this time. */
  createdTo?: string | null | undefined;
  /** Prices are in this currency. */
  currencyCode?: string | null | undefined;
  /** Placed for this customer. */
  customerId?: string | null | undefined;
  /** Maximum total, inclusive, in `currencyCode`, or in USD if that is omitted. */
  maxTotal?: string | number | null | undefined;
  /** Minimum total, inclusive, in `currencyCode`, or in USD if that is omitted. */
  minTotal?: string | number | null | undefined;
  /** True: only orders that are stuck or wait for a person. False: only the others. */
  needsAttention?: boolean | null | undefined;
  /** Status is one of these. */
  status?: Array<OrderStatus> | null | undefined;
};

/** Whether an order needs human attention. */
export type OrderHealth =
  /** The order makes progress, or is closed. */
  | 'OK'
  /** A call failed and is retried; see the running step for the error and the next attempt. */
  | 'RETRYING'
  /** A step has failed so often or for so long that an operator should look, or the workflow is lost. */
  | 'STUCK'
  /** The order awaits approval. */
  | 'WAITING_FOR_PERSON';

/** An order line. */
export type OrderItemInput = {
  /** Unit price. Defaults to the catalogue's price in the order's currency; only managers and operators may set another. */
  price?: string | number | null | undefined;
  /** Quantity: 1 to 10000. */
  quantity: number;
  /** SKU of a product in the catalogue. */
  sku: string;
};

/** Sort order of a list of orders. */
export type OrderSort =
  /** Awaiting approval first, by deadline, soonest first; then the rest, newest first. */
  | 'DEADLINE'
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST'
  /** Last updated first. */
  | 'RECENTLY_UPDATED'
  /** Highest total first, in one currency. */
  | 'TOTAL_HIGH'
  /** Lowest total first, in one currency. */
  | 'TOTAL_LOW';

/** Status of an order. */
export type OrderStatus =
  /** Approved by a manager or automatically. */
  | 'APPROVED'
  /** Waits for a manager's decision. */
  | 'AWAITING_APPROVAL'
  /** Cancelled. Final. */
  | 'CANCELLED'
  /** The outcome is decided; completed steps are being compensated. */
  | 'COMPENSATING'
  /** No decision in time. Final. */
  | 'EXPIRED'
  /** A step was refused or exhausted its retries. Final. */
  | 'FAILED'
  /** Fulfillment is in progress. */
  | 'PROCESSING'
  /** Placed; fulfillment has started. */
  | 'RECEIVED'
  /** Rejected by a manager. Final. */
  | 'REJECTED'
  /** Handed to the carrier. Final. */
  | 'SHIPPED';

/** Steps of an order's fulfillment. */
export type OrderStepName =
  /** Authorizes the payment. */
  | 'AUTHORIZE_PAYMENT'
  /** Waits for approval, if the order requires it. */
  | 'AWAIT_APPROVAL'
  /** Captures the authorized payment. */
  | 'CAPTURE_PAYMENT'
  /** Creates the carrier's label; the address can no longer change. */
  | 'CREATE_LABEL'
  /** Hands the package to the carrier: the point of no return. */
  | 'DISPATCH_CARRIER'
  /** Gathers customer and stock information. */
  | 'ENRICH'
  /** Notifies the customer of the outcome. */
  | 'NOTIFY_CUSTOMER'
  /** Prepares the package. */
  | 'PREPARE_PACKAGE'
  /** Records the order in the order book. */
  | 'RECEIVE'
  /** Reserves the stock. */
  | 'RESERVE_INVENTORY'
  /** Validates lines, totals and address. */
  | 'VALIDATE';

/** Effect of a change on the filtered list. */
export type OrdersChangeKind =
  /** The order matched before this change, and no longer does. */
  | 'LEFT'
  /** The order matches the filter: it is new or has changed. */
  | 'MATCHES';

/** Status of a payment. */
export type PaymentStatus =
  /** Authorized: the amount is on hold. */
  | 'AUTHORIZED'
  /** Captured. */
  | 'CAPTURED'
  /** Declined, or the authorization expired. */
  | 'FAILED'
  /** Not authorized yet. */
  | 'PENDING'
  /** Refunded after capture. */
  | 'REFUNDED'
  /** The authorization was released; nothing was captured. */
  | 'RELEASED';

/** Fixed outcomes of one operation for one order, used before the probabilities apply. */
export type PinChaosInput = {
  /** Provider and operation, for example "payment.authorize". */
  operation: string;
  /** Id of an order or run, which need not exist yet; or "user-" and the id of a user. */
  orderId: string;
  /** Up to 100 outcomes, one per call; an empty list removes the pin. */
  outcomes: Array<string>;
};

/** A new order. */
export type PlaceOrderInput = {
  /** Time allowed for the approval; defaults to PT2M, at most 30 days. The order then expires. */
  approvalTimeout?: string | null | undefined;
  /** Approves the order automatically after this time, at most 30 days. Omitted: never. */
  autoApproveAfter?: string | null | undefined;
  /** Currency of all prices of the order. */
  currencyCode?: string | null | undefined;
  /** E-mail address for the notification. */
  customerEmail: string;
  /** The customer who orders; customers may give only their own id. */
  customerId: string;
  /** 1 to 255 characters, scoped to the caller. A retry with the same key and input returns the same order. Equivalent to the header Idempotency-Key. */
  idempotencyKey?: string | null | undefined;
  /** 1 to 100 lines. */
  items: Array<OrderItemInput>;
  /** Id chosen by the caller: 1 to 64 letters, digits, dots, dashes or underscores. Defaults to "ORD-" and a ULID; the prefixes "RUN-", "STO-", "order-fulfillment-", "order-workflow-", "user-context-" and "payment-" are reserved. */
  orderId?: string | null | undefined;
  /** Order in which the steps run. */
  plan?: FulfillmentPlan | null | undefined;
  /** Whether a manager must approve the order. */
  requiresApproval?: boolean | null | undefined;
  /** Shipping address. */
  shippingAddress: AddressInput;
  /** Expected total; if given, it must equal the sum of the items. */
  totalAmount?: string | number | null | undefined;
};

/** Input of `rejectOrder`. */
export type RejectOrderInput = {
  /** Idempotency key of the command, 1 to 64 characters: a retry with the same id has no further effect. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
  /** Reason told to the customer, up to 500 characters. */
  reason: string;
};

/** Stock to add to a product. */
export type RestockInput = {
  /** Quantity to add: 1 to 1,000,000. */
  quantity: number;
  /** SKU of the product. */
  sku: string;
};

/** Role of a user. */
export type Role =
  /** Sees and changes only their own orders. */
  | 'CUSTOMER'
  /** Sees all orders; approves, rejects and restocks. */
  | 'MANAGER'
  /** Has all rights of a manager, and controls fault injection. */
  | 'OPERATOR';

/** Changes to the injected faults. Omitted fields keep their values. */
export type SetChaosInput = {
  /** Outcome probabilities of individual operations; the profile becomes `CUSTOM`. */
  operations?: Array<ChaosOperationInput> | null | undefined;
  /** A predefined set of outcome probabilities. */
  profile?: ChaosProfile | null | undefined;
  /** Seed of the fault generator: the same seed, order and operation give the same outcomes. */
  seed?: string | null | undefined;
};

/** Status of a step or of a compensation. */
export type StepStatus =
  /** Cancelled while it ran. */
  | 'CANCELLED'
  /** Completed. */
  | 'COMPLETED'
  /** Refused, or all retries failed. */
  | 'FAILED'
  /** Not started. */
  | 'PENDING'
  /** Running, or waiting for a retry. */
  | 'RUNNING'
  /** Nothing to do. */
  | 'SKIPPED';

export type FaultsFragment = { profile: ChaosProfile, seed: string, operations: Array<{ operation: string, shares: Array<{ outcome: string, percent: number }> }> };

export type ChaosQueryVariables = Exact<{ [key: string]: never; }>;


export type ChaosQuery = { chaos: { profile: ChaosProfile, seed: string, operations: Array<{ operation: string, shares: Array<{ outcome: string, percent: number }> }> } };

export type SetChaosMutationVariables = Exact<{
  input: SetChaosInput;
}>;


export type SetChaosMutation = { setChaos:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'SetChaosPayload', chaos: { profile: ChaosProfile, seed: string, operations: Array<{ operation: string, shares: Array<{ outcome: string, percent: number }> }> } }
   };

export type PinChaosMutationVariables = Exact<{
  input: PinChaosInput;
}>;


export type PinChaosMutation = { pinChaos:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'PinChaosPayload', chaos: { profile: ChaosProfile, seed: string, operations: Array<{ operation: string, shares: Array<{ outcome: string, percent: number }> }> } }
   };

type WhyNot_AddressLocked_Fragment = { code: ErrorCode, message: string };

type WhyNot_AlreadyShipped_Fragment = { code: ErrorCode, message: string };

type WhyNot_IdempotencyConflict_Fragment = { orderId: string, code: ErrorCode, message: string };

type WhyNot_InvalidInput_Fragment = { code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> };

type WhyNot_NothingToDo_Fragment = { code: ErrorCode, message: string };

type WhyNot_OrderClosed_Fragment = { status: OrderStatus, code: ErrorCode, message: string };

type WhyNot_OrderNotAwaitingApproval_Fragment = { status: OrderStatus, code: ErrorCode, message: string };

type WhyNot_OrderNotFound_Fragment = { code: ErrorCode, message: string };

type WhyNot_PaymentRefused_Fragment = { code: ErrorCode, message: string };

type WhyNot_RunClosed_Fragment = { code: ErrorCode, message: string };

type WhyNot_RunConflict_Fragment = { code: ErrorCode, message: string };

type WhyNot_RunNotFound_Fragment = { code: ErrorCode, message: string };

type WhyNot_VerdictPending_Fragment = { commandId: string, code: ErrorCode, message: string };

type WhyNot_WorkflowLost_Fragment = { code: ErrorCode, message: string };

export type WhyNotFragment =
  | WhyNot_AddressLocked_Fragment
  | WhyNot_AlreadyShipped_Fragment
  | WhyNot_IdempotencyConflict_Fragment
  | WhyNot_InvalidInput_Fragment
  | WhyNot_NothingToDo_Fragment
  | WhyNot_OrderClosed_Fragment
  | WhyNot_OrderNotAwaitingApproval_Fragment
  | WhyNot_OrderNotFound_Fragment
  | WhyNot_PaymentRefused_Fragment
  | WhyNot_RunClosed_Fragment
  | WhyNot_RunConflict_Fragment
  | WhyNot_RunNotFound_Fragment
  | WhyNot_VerdictPending_Fragment
  | WhyNot_WorkflowLost_Fragment
;

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder:
    | { __typename: 'IdempotencyConflict', orderId: string, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'PlaceOrderPayload', order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
   };

export type ApproveOrderMutationVariables = Exact<{
  input: ApproveOrderInput;
}>;


export type ApproveOrderMutation = { approveOrder:
    | { __typename: 'ApproveOrderPayload', order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotAwaitingApproval', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type RejectOrderMutationVariables = Exact<{
  input: RejectOrderInput;
}>;


export type RejectOrderMutation = { rejectOrder:
    | { __typename: 'IdempotencyConflict', orderId: string, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotAwaitingApproval', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'RejectOrderPayload', order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder:
    | { __typename: 'AlreadyShipped', code: ErrorCode, message: string }
    | { __typename: 'CancelOrderPayload', order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type AddOrderItemMutationVariables = Exact<{
  input: AddOrderItemInput;
}>;


export type AddOrderItemMutation = { addOrderItem:
    | { __typename: 'AddOrderItemPayload', order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotAwaitingApproval', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'PaymentRefused', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type ChangeShippingAddressMutationVariables = Exact<{
  input: ChangeShippingAddressInput;
}>;


export type ChangeShippingAddressMutation = { changeShippingAddress:
    | { __typename: 'AddressLocked', code: ErrorCode, message: string }
    | { __typename: 'ChangeShippingAddressPayload', order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type OrderDetailsFragment = { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null };

export type OrderSummaryFragment = { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, availableActions: Array<OrderAction>, revision: number, createdAt: string, updatedAt: string, closedAt: string | null, total: { amount: string, currencyCode: string } };

export type OrderQueryVariables = Exact<{
  id: string;
}>;


export type OrderQuery = { order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } | null };

export type OrderChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type OrderChangedSubscription = { orderChanged: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, requiresApproval: boolean, approvalDeadline: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } };

export type OrderEventsSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OrderEventsSubscription = { orderEvents: { cursor: string, seq: number, type: OrderEventType, at: string, actor: string | null, step: OrderStepName | null, detail: unknown } };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  orderBy?: OrderSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { changesCursor: string, nodes: Array<{ id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, availableActions: Array<OrderAction>, revision: number, createdAt: string, updatedAt: string, closedAt: string | null, total: { amount: string, currencyCode: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CountOrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
}>;


export type CountOrdersQuery = { orders: { totalCount: number | null } };

export type ChangesCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type ChangesCursorQuery = { orders: { changesCursor: string } };

export type OrdersChangedSubscriptionVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersChangedSubscription = { ordersChanged: { kind: OrdersChangeKind, cursor: string, order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, health: OrderHealth, availableActions: Array<OrderAction>, revision: number, createdAt: string, updatedAt: string, closedAt: string | null, total: { amount: string, currencyCode: string } } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, role: Role } };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { catalogue: Array<{ sku: string, name: string, available: number, price: { amount: string, currencyCode: string } }> };

export type RestockMutationVariables = Exact<{
  input: RestockInput;
}>;


export type RestockMutation = { restock:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RestockPayload', product: { sku: string, name: string, available: number } }
   };

export const FaultsFragmentDoc = 'fragment Faults on ChaosSettings { profile seed operations { operation shares { outcome percent } } }' as unknown as DocumentText<FaultsFragment, unknown>;
export const WhyNotFragmentDoc = 'fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } }' as unknown as DocumentText<WhyNotFragment, unknown>;
export const OrderDetailsFragmentDoc = 'fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<OrderDetailsFragment, unknown>;
export const OrderSummaryFragmentDoc = 'fragment OrderSummary on Order { id customerId status progress currentStep health availableActions total { amount currencyCode } revision createdAt updatedAt closedAt }' as unknown as DocumentText<OrderSummaryFragment, unknown>;
export const ChaosDocument = 'query Chaos { chaos { ...Faults } } fragment Faults on ChaosSettings { profile seed operations { operation shares { outcome percent } } }' as unknown as DocumentText<ChaosQuery, ChaosQueryVariables>;
export const SetChaosDocument = 'mutation SetChaos($input: SetChaosInput!) { setChaos(input: $input) { __typename ... on SetChaosPayload { chaos { ...Faults } } ... on InvalidInput { code message fields { path message } } } } fragment Faults on ChaosSettings { profile seed operations { operation shares { outcome percent } } }' as unknown as DocumentText<SetChaosMutation, SetChaosMutationVariables>;
export const PinChaosDocument = 'mutation PinChaos($input: PinChaosInput!) { pinChaos(input: $input) { __typename ... on PinChaosPayload { chaos { ...Faults } } ... on InvalidInput { code message fields { path message } } } } fragment Faults on ChaosSettings { profile seed operations { operation shares { outcome percent } } }' as unknown as DocumentText<PinChaosMutation, PinChaosMutationVariables>;
export const PlaceOrderDocument = 'mutation PlaceOrder($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on PlaceOrderPayload { order { ...OrderDetails } } ...WhyNot } } fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const ApproveOrderDocument = 'mutation ApproveOrder($input: ApproveOrderInput!) { approveOrder(input: $input) { __typename ... on ApproveOrderPayload { order { ...OrderDetails } } ...WhyNot } } fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<ApproveOrderMutation, ApproveOrderMutationVariables>;
export const RejectOrderDocument = 'mutation RejectOrder($input: RejectOrderInput!) { rejectOrder(input: $input) { __typename ... on RejectOrderPayload { order { ...OrderDetails } } ...WhyNot } } fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<RejectOrderMutation, RejectOrderMutationVariables>;
export const CancelOrderDocument = 'mutation CancelOrder($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename ... on CancelOrderPayload { order { ...OrderDetails } } ...WhyNot } } fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<CancelOrderMutation, CancelOrderMutationVariables>;
export const AddOrderItemDocument = 'mutation AddOrderItem($input: AddOrderItemInput!) { addOrderItem(input: $input) { __typename ... on AddOrderItemPayload { order { ...OrderDetails } } ...WhyNot } } fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<AddOrderItemMutation, AddOrderItemMutationVariables>;
export const ChangeShippingAddressDocument = 'mutation ChangeShippingAddress($input: ChangeShippingAddressInput!) { changeShippingAddress(input: $input) { __typename ... on ChangeShippingAddressPayload { order { ...OrderDetails } } ...WhyNot } } fragment WhyNot on Error { code message ... on InvalidInput { fields { path message } } ... on IdempotencyConflict { orderId } ... on OrderClosed { status } ... on OrderNotAwaitingApproval { status } ... on VerdictPending { commandId } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<ChangeShippingAddressMutation, ChangeShippingAddressMutationVariables>;
export const OrderDocument = 'query Order($id: ID!) { order(id: $id) { ...OrderDetails } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<OrderQuery, OrderQueryVariables>;
export const OrderChangedDocument = 'subscription OrderChanged($id: ID!) { orderChanged(id: $id) { ...OrderDetails } } fragment OrderDetails on Order { id customerId status progress currentStep health plan revision steps { name status attempt percent startedAt finishedAt nextAttemptAt detail error { code message } } compensations { name undoes status attempt finishedAt error { code message } } failure { code message step } items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } } total { amount currencyCode } shippingAddress { street city state zip country } requiresApproval approvalDeadline payment { id status authorized { amount currencyCode } captured { amount currencyCode } refunded { amount currencyCode } } shipment { trackingNumber carrier labelPercent status } availableActions links { temporalUi } createdAt updatedAt closedAt asOf }' as unknown as DocumentText<OrderChangedSubscription, OrderChangedSubscriptionVariables>;
export const OrderEventsDocument = 'subscription OrderEvents($id: ID!, $after: Cursor) { orderEvents(id: $id, after: $after) { cursor seq type at actor step detail } }' as unknown as DocumentText<OrderEventsSubscription, OrderEventsSubscriptionVariables>;
export const OrdersDocument = 'query Orders($filter: OrderFilter, $orderBy: OrderSort, $first: Int, $after: Cursor, $last: Int, $before: Cursor) { orders( filter: $filter orderBy: $orderBy first: $first after: $after last: $last before: $before ) { nodes { ...OrderSummary } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } changesCursor } } fragment OrderSummary on Order { id customerId status progress currentStep health availableActions total { amount currencyCode } revision createdAt updatedAt closedAt }' as unknown as DocumentText<OrdersQuery, OrdersQueryVariables>;
export const CountOrdersDocument = 'query CountOrders($filter: OrderFilter) { orders(filter: $filter, first: 1) { totalCount } }' as unknown as DocumentText<CountOrdersQuery, CountOrdersQueryVariables>;
export const ChangesCursorDocument = 'query ChangesCursor { orders(first: 1) { changesCursor } }' as unknown as DocumentText<ChangesCursorQuery, ChangesCursorQueryVariables>;
export const OrdersChangedDocument = 'subscription OrdersChanged($filter: OrderFilter, $after: Cursor) { ordersChanged(filter: $filter, after: $after) { kind cursor order { ...OrderSummary } } } fragment OrderSummary on Order { id customerId status progress currentStep health availableActions total { amount currencyCode } revision createdAt updatedAt closedAt }' as unknown as DocumentText<OrdersChangedSubscription, OrdersChangedSubscriptionVariables>;
export const ViewerDocument = 'query Viewer { viewer { id role } }' as unknown as DocumentText<ViewerQuery, ViewerQueryVariables>;
export const CatalogueDocument = 'query Catalogue { catalogue { sku name price { amount currencyCode } available } }' as unknown as DocumentText<CatalogueQuery, CatalogueQueryVariables>;
export const RestockDocument = 'mutation Restock($input: RestockInput!) { restock(input: $input) { __typename ... on RestockPayload { product { sku name available } } ... on InvalidInput { code message fields { path message } } } }' as unknown as DocumentText<RestockMutation, RestockMutationVariables>;