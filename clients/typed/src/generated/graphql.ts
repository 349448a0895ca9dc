// Written by `npm run generate`: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type DocumentText, mutation, withFragments } from '../protocol/document.ts';
/** Input of `addOrderItem`. */
export type AddOrderItemInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** The line to add, in the order's currency. */
  item: OrderItemInput;
  /** Id of the order. */
  orderId: string;
};

/** Changes to a shipping address; omitted fields keep their values. */
export type AddressChangesInput = {
  /** City or town. */
  city?: string | null | undefined;
  /** ISO 3166-1 alpha-2 code, for example "DE". */
  country?: string | null | undefined;
  /** State or province; empty to remove it. */
  state?: string | null | undefined;
  /** Street and house number. */
  street?: string | null | undefined;
  /** Postal code; empty to remove it, if the country does not use them. */
  zip?: string | null | undefined;
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

/** How a user context is gathered without a workflow. The result is the same. */
export type AggregationStrategy =
  /** In parallel, with Promise.allSettled. */
  | 'ALL_SETTLED'
  /** In parallel, with RxJS. */
  | 'REACTIVE'
  /** One part after the other, with async and await. */
  | 'SEQUENTIAL';

/** Input of `approveOrder`. */
export type ApproveOrderInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Text for the journal, up to 500 characters. */
  note?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
};

/** Input of `cancelOrder`. */
export type CancelOrderInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
  /** Reason shown to the customer, up to 500 characters. */
  reason: string;
};

/** Input of `cancelWorkflow`. */
export type CancelWorkflowInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of an order or a run. */
  id: string;
  /** Reason shown to the customer, up to 500 characters. */
  reason: string;
};

/** Input of `changeShippingAddress`. */
export type ChangeShippingAddressInput = {
  /** The new shipping address. */
  address: AddressInput;
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
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
  /** One third of the calls succeed, one third fail, one third time out. */
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

/** A part of a user context. */
export type ContextPart =
  /** A fact about cats. */
  | 'CAT_FACT'
  /** Location of the user. */
  | 'LOCATION'
  /** The weather at the user's location. */
  | 'WEATHER';

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
  /** The command does not apply to the current state. */
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

/** Input of `giveUpOrderStep`. */
export type GiveUpOrderStepInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
  /** Reason shown to the customer, up to 500 characters. */
  reason: string;
  /** The running step to give up. */
  step: OrderStepName;
};

/** Input of `greet`. */
export type GreetInput = {
  /** 1 to 255 characters, scoped to the caller. A retry with the same key and input returns the same run. Equivalent to the header Idempotency-Key. */
  idempotencyKey?: string | null | undefined;
  /** Name to greet: one line of up to 200 characters. */
  name: string;
  /** Id chosen by the caller: "RUN-" and 1 to 80 letters, digits, dots, dashes or underscores. Defaults to "RUN-" and a ULID. */
  runId?: string | null | undefined;
};

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
  /** A compensation was refused and is not retried; an operator must investigate. */
  | 'COMPENSATION_FAILED'
  /** An operator declared a compensation done with `settleCompensation`. */
  | 'COMPENSATION_SETTLED'
  /** A compensation started. */
  | 'COMPENSATION_STARTED'
  /** The effects of this order at the providers, which neither order book nor workflow engine knew, were compensated by `repairAudit`. */
  | 'EFFECTS_UNDONE'
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
  /** An operator gave up a failing step with `giveUpOrderStep`. */
  | 'STEP_GIVEN_UP'
  /** An operator triggered the next attempt of the running step or compensation with `retryOrderNow`. */
  | 'STEP_RETRIED_BY_HAND'
  /** A step started. */
  | 'STEP_STARTED';

/** Conditions on the orders; an order must meet all of them. Customers see only their own orders. */
export type OrderFilter = {
  /** Placed at this time or later. */
  createdFrom?: string | null | undefined;
  /** Placed before this time. */
  createdTo?: string | null | undefined;
  /** Prices are in this currency. */
  currencyCode?: string | null | undefined;
  /** Placed for this customer; customers may give only their own id. */
  customerId?: string | null | undefined;
  /** Health is one of these, as recorded in the order book: a failed attempt is recorded when the next one starts. */
  health?: Array<OrderHealth> | null | undefined;
  /** Prefix of the order id, at least 4 characters; case-sensitive, without wildcards. */
  idPrefix?: string | null | undefined;
  /** Maximum total, inclusive, in `currencyCode`, or in USD if that is omitted. */
  maxTotal?: string | number | null | undefined;
  /** Minimum total, inclusive, in `currencyCode`, or in USD if that is omitted. */
  minTotal?: string | number | null | undefined;
  /** True: only orders that are stuck or await approval. False: only the others. */
  needsAttention?: boolean | null | undefined;
  /** Order in which the steps run. */
  plan?: FulfillmentPlan | null | undefined;
  /** An item has this SKU. */
  sku?: string | null | undefined;
  /** Status is one of these. */
  status?: Array<OrderStatus> | null | undefined;
  /** Last updated at this time or later. Not in `ordersChanged`. */
  updatedFrom?: string | null | undefined;
  /** Last updated before this time. Not in `ordersChanged`. */
  updatedTo?: string | null | undefined;
};

/** Whether an order needs human attention. */
export type OrderHealth =
  /** The order makes progress, or is closed. */
  | 'OK'
  /** A call failed and is being retried; the running step has the error and the time of the next attempt. */
  | 'RETRYING'
  /** A step or compensation has failed so often or for so long that an operator should intervene, or the workflow has ended before the order was closed. */
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
  /** Orders that await approval first, by deadline, soonest first; then all others, newest first. */
  | 'DEADLINE'
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST'
  /** Last updated first. */
  | 'RECENTLY_UPDATED'
  /** Highest total first; only orders in `filter.currencyCode`, or in USD if that is omitted. */
  | 'TOTAL_HIGH'
  /** Lowest total first; only orders in `filter.currencyCode`, or in USD if that is omitted. */
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
  /** Neither approved nor rejected in time. Final. */
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
  /** Hands the package to the carrier; the order can no longer be cancelled. */
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
  /** Time allowed for the approval, after which the order expires: defaults to PT2M, at most 30 days. */
  approvalTimeout?: string | null | undefined;
  /** Approves the order automatically after this time, at most 30 days; never if omitted. */
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
  /** Id chosen by the caller: 1 to 64 letters, digits, dots, dashes or underscores, of which the first is a letter or digit. Defaults to "ORD-" and a ULID; the prefixes "RUN-", "STO-", "order-fulfillment-", "order-workflow-", "user-context-" and "payment-" are reserved. */
  orderId?: string | null | undefined;
  /** The shop's own id of the payment, up to 200 characters, case-sensitive. Each can be used for one order only. */
  paymentReference?: string | null | undefined;
  /** Order in which the steps run. */
  plan?: FulfillmentPlan | null | undefined;
  /** Whether a manager must approve the order. */
  requiresApproval?: boolean | null | undefined;
  /** Shipping address. */
  shippingAddress: AddressInput;
  /** Expected total; if given, it must equal the sum of the items. */
  totalAmount?: string | number | null | undefined;
};

/** Result of one period of a standing order. */
export type PlacementOutcome =
  /** The period was missed by more than its length; its order is not placed later. */
  | 'MISSED'
  /** An order was placed, whatever its outcome. */
  | 'PLACED'
  /** The order was refused or could not be placed. */
  | 'REFUSED'
  /** Skipped by `skipStandingOrder`. */
  | 'SKIPPED';

/** Input of `refundPayment`. */
export type RefundPaymentInput = {
  /** Amount to refund; defaults to the remaining refundable amount. */
  amount?: string | number | null | undefined;
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the run of a payment. */
  id: string;
  /** Text for the journal, hidden from customers unless they wrote it; up to 500 characters. */
  reason: string;
};

/** Input of `rejectOrder`. */
export type RejectOrderInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
  /** Reason shown to the customer, up to 500 characters. */
  reason: string;
};

/** Input of `repairAudit`. */
export type RepairAuditInput = {
  /** `nextCursor` of the previous page; omitted for the first page. */
  after?: string | null | undefined;
};

/** Stock to add to a product. */
export type RestockInput = {
  /** Quantity to add: 1 to 1,000,000. */
  quantity: number;
  /** SKU of the product. */
  sku: string;
};

/** Input of `retryOrderNow`. */
export type RetryOrderNowInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
  /** The step that runs or is being compensated; defaults to the current one. */
  step?: OrderStepName | null | undefined;
};

/** Role of a user. */
export type Role =
  /** Sees and changes only their own orders. */
  | 'CUSTOMER'
  /** Sees all orders; approves, rejects, refunds and restocks. */
  | 'MANAGER'
  /** Has all permissions of a manager; intervenes in failing orders and controls fault injection. */
  | 'OPERATOR';

/** Actions on a run; each corresponds to a mutation. */
export type RunAction =
  /** `cancelWorkflow` */
  | 'CANCEL'
  /** `pauseStandingOrder` */
  | 'PAUSE'
  /** `refundPayment` */
  | 'REFUND'
  /** `resumeStandingOrder` */
  | 'RESUME'
  /** `skipStandingOrder` */
  | 'SKIP'
  /** `stopStandingOrder` */
  | 'STOP';

/** Type of a journal entry of a run. */
export type RunEventType =
  /** A command was refused. */
  | 'COMMAND_REFUSED'
  /** A compensation completed. */
  | 'COMPENSATION_COMPLETED'
  /** A compensation was refused and is not retried; an operator must investigate. */
  | 'COMPENSATION_FAILED'
  /** A compensation started. */
  | 'COMPENSATION_STARTED'
  /** A standing order missed periods; their orders are not placed later. */
  | 'MISSED'
  /** A standing order was paused. */
  | 'PAUSED'
  /** The order of a period was placed or refused. */
  | 'PLACED'
  /** Money was refunded by `refundPayment`, possibly after the run was closed. */
  | 'REFUNDED'
  /** A standing order was resumed. */
  | 'RESUMED'
  /** The run is closed. Only `REFUNDED` may follow. */
  | 'RUN_CLOSED'
  /** The first entry: the run was started. */
  | 'RUN_STARTED'
  /** A standing order skipped a period. */
  | 'SKIPPED'
  /** The status changed. */
  | 'STATUS_CHANGED'
  /** A step was cancelled while it ran. */
  | 'STEP_CANCELLED'
  /** A step completed. */
  | 'STEP_COMPLETED'
  /** A step was refused or exhausted its retries. */
  | 'STEP_FAILED'
  /** A step started. */
  | 'STEP_STARTED';

/** Status of a workflow run. */
export type RunStatus =
  /** Cancelled. Final. */
  | 'CANCELLED'
  /** The outcome is decided; completed steps are being compensated. */
  | 'COMPENSATING'
  /** Completed, or a standing order that was stopped or placed its last order. Final. */
  | 'COMPLETED'
  /** A step was refused or exhausted its retries. Final. */
  | 'FAILED'
  /** A standing order that places nothing until it is resumed. */
  | 'PAUSED'
  /** In progress. */
  | 'RUNNING';

/** Order in which the workflow gathers a user context. */
export type RunStrategy =
  /** Independent parts are gathered in parallel. */
  | 'PARALLEL'
  /** One part after the other. */
  | 'SEQUENTIAL';

/** Changes to the injected faults. Omitted fields keep their values. */
export type SetChaosInput = {
  /** Outcome probabilities of individual operations; the profile becomes `CUSTOM`. */
  operations?: Array<ChaosOperationInput> | null | undefined;
  /** A predefined set of outcome probabilities. */
  profile?: ChaosProfile | null | undefined;
  /** Seed of the fault generator: the same seed, order and operation give the same outcomes. */
  seed?: string | null | undefined;
};

/** Input of `settleCompensation`. */
export type SettleCompensationInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** What was done, and where; up to 500 characters. */
  note: string;
  /** Id of the order. */
  orderId: string;
  /** The step that is being compensated. */
  undoes: OrderStepName;
};

/** A command to a standing order. */
export type StandingOrderCommandInput = {
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the standing order. */
  id: string;
  /** Text for the journal, up to 500 characters. */
  note?: string | null | undefined;
};

/** The order that is placed each period. */
export type StandingOrderTemplateInput = {
  /** Time allowed for each approval, after which the order expires: defaults to PT2M, at most 30 days. */
  approvalTimeout?: string | null | undefined;
  /** Approves each order automatically after this time, at most 30 days; never if omitted. */
  autoApproveAfter?: string | null | undefined;
  /** Currency of all prices. */
  currencyCode?: string | null | undefined;
  /** E-mail address for the notifications. */
  customerEmail: string;
  /** The customer who orders; customers may give only their own id. */
  customerId: string;
  /** 1 to 100 lines. */
  items: Array<OrderItemInput>;
  /** Order in which the steps run. */
  plan?: FulfillmentPlan | null | undefined;
  /** Whether a manager must approve each order. */
  requiresApproval?: boolean | null | undefined;
  /** Shipping address. */
  shippingAddress: AddressInput;
};

/** Input of `startPayment`. */
export type StartPaymentInput = {
  /** Amount, greater than zero. */
  amount: string | number;
  /** Time after the capture for which the run stays open and can be cancelled, which refunds it. */
  cancellableFor?: string | null | undefined;
  /** Currency of the amount. */
  currencyCode?: string | null | undefined;
  /** The customer who pays; customers may give only their own id. */
  customerId: string;
  /** 1 to 255 characters, scoped to the caller. A retry with the same key and input returns the same run. Equivalent to the header Idempotency-Key. */
  idempotencyKey?: string | null | undefined;
  /** Id of the order that is paid; it need not be an order of this system. */
  orderId: string;
  /** Id chosen by the caller: "RUN-" and 1 to 80 letters, digits, dots, dashes or underscores. Defaults to "RUN-" and a ULID. */
  runId?: string | null | undefined;
};

/** Input of `startStandingOrder`. */
export type StartStandingOrderInput = {
  /** Elapsed time between two periods: PT1M to P365D, without months or years. */
  every: string;
  /** Time of the first period, not in the past; defaults to now. */
  firstAt?: string | null | undefined;
  /** 1 to 255 characters, scoped to the caller. A retry with the same key and input returns the same run. Equivalent to the header Idempotency-Key. */
  idempotencyKey?: string | null | undefined;
  /** The order that is placed. */
  order: StandingOrderTemplateInput;
  /** Id chosen by the caller: "STO-" and 1 to 48 letters, digits, dots, dashes or underscores. Defaults to "STO-" and a ULID. */
  runId?: string | null | undefined;
  /** Number of placements, 1 to 100,000, after which it ends; no end if omitted. */
  times?: number | null | undefined;
};

/** Input of `startUserContext`. */
export type StartUserContextInput = {
  /** 1 to 255 characters, scoped to the caller. A retry with the same key and input returns the same run. Equivalent to the header Idempotency-Key. */
  idempotencyKey?: string | null | undefined;
  /** Id chosen by the caller: "RUN-" and 1 to 80 letters, digits, dots, dashes or underscores. Defaults to "RUN-" and a ULID. */
  runId?: string | null | undefined;
  /** Order of the parts. */
  strategy?: RunStrategy | null | undefined;
  /** Id of the user; defaults to the viewer. Customers may give only their own id. */
  userId?: string | null | undefined;
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
  /** There was nothing to do. */
  | 'SKIPPED';

/** Progress of compensating unknown effects. */
export type UnknownEffectsStatus =
  /** A provider refused a compensation: an operator must investigate. */
  | 'FAILED'
  /** The compensations are running, and are retried until they succeed. */
  | 'UNDOING'
  /** The compensations succeeded, but further effects arrived afterwards: an operator must investigate. */
  | 'UNDONE';

/** Input of `updateShippingAddress`. */
export type UpdateShippingAddressInput = {
  /** The changes; at least one field. */
  address: AddressChangesInput;
  /** Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted. */
  commandId?: string | null | undefined;
  /** Id of the order. */
  orderId: string;
};

/** An action that a viewer may be permitted. */
export type ViewerAction =
  /** Control fault injection. */
  | 'CONTROL_CHAOS'
  /** Approve and reject orders. */
  | 'DECIDE_ORDERS'
  /** Intervene in failing orders, and see the engine's histories. */
  | 'OPERATE'
  /** Place orders; customers for themselves only. */
  | 'PLACE_ORDERS'
  /** Refund payments. */
  | 'REFUND'
  /** Add units to the stock of products. */
  | 'RESTOCK'
  /** Start other workflows; customers for themselves only. */
  | 'START_RUNS';

/** Kind of a workflow run. */
export type WorkflowKind =
  /** Composes a greeting. */
  | 'GREETING'
  /** Authorizes and captures one amount. */
  | 'PAYMENT'
  /** Places an order each period. */
  | 'STANDING_ORDER'
  /** Gathers a user's location, the weather there, and a cat fact. */
  | 'USER_CONTEXT';

export type FaultsFragment = { enabled: boolean, profile: ChaosProfile, seed: string, operations: Array<{ operation: string, outcomes: Array<string>, shares: Array<{ outcome: string, percent: number }> }>, pins: Array<{ orderId: string, operation: string, outcomes: Array<string> }> };

export type ChaosQueryVariables = Exact<{ [key: string]: never; }>;


export type ChaosQuery = { chaos: { enabled: boolean, profile: ChaosProfile, seed: string, operations: Array<{ operation: string, outcomes: Array<string>, shares: Array<{ outcome: string, percent: number }> }>, pins: Array<{ orderId: string, operation: string, outcomes: Array<string> }> } };

export type SetChaosMutationVariables = Exact<{
  input: SetChaosInput;
}>;


export type SetChaosMutation = { setChaos:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'SetChaosPayload', chaos: { enabled: boolean, profile: ChaosProfile, seed: string, operations: Array<{ operation: string, outcomes: Array<string>, shares: Array<{ outcome: string, percent: number }> }>, pins: Array<{ orderId: string, operation: string, outcomes: Array<string> }> } }
   };

export type PinChaosMutationVariables = Exact<{
  input: PinChaosInput;
}>;


export type PinChaosMutation = { pinChaos:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'PinChaosPayload', chaos: { enabled: boolean, profile: ChaosProfile, seed: string, operations: Array<{ operation: string, outcomes: Array<string>, shares: Array<{ outcome: string, percent: number }> }>, pins: Array<{ orderId: string, operation: string, outcomes: Array<string> }> } }
   };

export type ResetChaosMutationVariables = Exact<{ [key: string]: never; }>;


export type ResetChaosMutation = { resetChaos:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'ResetChaosPayload', chaos: { enabled: boolean, profile: ChaosProfile, seed: string, operations: Array<{ operation: string, outcomes: Array<string>, shares: Array<{ outcome: string, percent: number }> }>, pins: Array<{ orderId: string, operation: string, outcomes: Array<string> }> } }
   };

export type CallFragment = { cursor: string, at: string, orderId: string | null, operation: string, attempt: number, outcome: string, pinned: boolean };

export type ChaosLogQueryVariables = Exact<{
  orderId?: string | null | undefined;
  operation?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ChaosLogQuery = { chaosLog: { nodes: Array<{ cursor: string, at: string, orderId: string | null, operation: string, attempt: number, outcome: string, pinned: boolean }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ChaosLoggedSubscriptionVariables = Exact<{
  orderId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ChaosLoggedSubscription = { chaosLogged: { cursor: string, at: string, orderId: string | null, operation: string, attempt: number, outcome: string, pinned: boolean } };

type WhyNot_AddressLocked_Fragment = { code: ErrorCode, message: string };

type WhyNot_AlreadyShipped_Fragment = { code: ErrorCode, message: string };

type WhyNot_IdempotencyConflict_Fragment = { orderId: string, keyReused: boolean, code: ErrorCode, message: string };

type WhyNot_InvalidInput_Fragment = { code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> };

type WhyNot_NothingToDo_Fragment = { code: ErrorCode, message: string };

type WhyNot_OrderClosed_Fragment = { status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string };

type WhyNot_OrderNotAwaitingApproval_Fragment = { status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string };

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
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'PlaceOrderPayload', placed: boolean, order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
   };

export type ApproveOrderMutationVariables = Exact<{
  input: ApproveOrderInput;
}>;


export type ApproveOrderMutation = { approveOrder:
    | { __typename: 'ApproveOrderPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotAwaitingApproval', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type RejectOrderMutationVariables = Exact<{
  input: RejectOrderInput;
}>;


export type RejectOrderMutation = { rejectOrder:
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotAwaitingApproval', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'RejectOrderPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder:
    | { __typename: 'AlreadyShipped', code: ErrorCode, message: string }
    | { __typename: 'CancelOrderPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type AddOrderItemMutationVariables = Exact<{
  input: AddOrderItemInput;
}>;


export type AddOrderItemMutation = { addOrderItem:
    | { __typename: 'AddOrderItemPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotAwaitingApproval', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
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
    | { __typename: 'ChangeShippingAddressPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type UpdateShippingAddressMutationVariables = Exact<{
  input: UpdateShippingAddressInput;
}>;


export type UpdateShippingAddressMutation = { updateShippingAddress:
    | { __typename: 'AddressLocked', code: ErrorCode, message: string }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'UpdateShippingAddressPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type RetryOrderNowMutationVariables = Exact<{
  input: RetryOrderNowInput;
}>;


export type RetryOrderNowMutation = { retryOrderNow:
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'RetryOrderNowPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type GiveUpOrderStepMutationVariables = Exact<{
  input: GiveUpOrderStepInput;
}>;


export type GiveUpOrderStepMutation = { giveUpOrderStep:
    | { __typename: 'GiveUpOrderStepPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type SettleCompensationMutationVariables = Exact<{
  input: SettleCompensationInput;
}>;


export type SettleCompensationMutation = { settleCompensation:
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'SettleCompensationPayload', order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type CancelWorkflowMutationVariables = Exact<{
  input: CancelWorkflowInput;
}>;


export type CancelWorkflowMutation = { cancelWorkflow:
    | { __typename: 'AlreadyShipped', code: ErrorCode, message: string }
    | { __typename: 'CancelWorkflowPayload', workflow:
        | { __typename: 'GreetingRun', id: string }
        | { __typename: 'Order', id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null }
        | { __typename: 'PaymentRun', id: string }
        | { __typename: 'StandingOrder', id: string }
        | { __typename: 'UserContextRun', id: string }
       }
    | { __typename: 'IdempotencyConflict', orderId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'RunClosed', code: ErrorCode, message: string }
    | { __typename: 'RunConflict', code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

export type EngineEventFragment = { id: number, type: string, at: string, step: string | null, compensation: string | null, detail: unknown };

export type OrderHistoryQueryVariables = Exact<{
  id: string;
  newestFirst?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrderHistoryQuery = { order: { history: { nodes: Array<{ id: number, type: string, at: string, step: string | null, compensation: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type RunHistoryQueryVariables = Exact<{
  id: string;
  newestFirst?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunHistoryQuery = { workflowRun:
    | { history: { nodes: Array<{ id: number, type: string, at: string, step: string | null, compensation: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { history: { nodes: Array<{ id: number, type: string, at: string, step: string | null, compensation: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { history: { nodes: Array<{ id: number, type: string, at: string, step: string | null, compensation: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { history: { nodes: Array<{ id: number, type: string, at: string, step: string | null, compensation: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
   | null };

export type OrderDetailsFragment = { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null };

export type OrderSummaryFragment = { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, availableActions: Array<OrderAction>, approvalDeadline: string | null, revision: number, createdAt: string, updatedAt: string, closedAt: string | null, total: { amount: string, currencyCode: string }, failure: { code: string, message: string, step: OrderStepName | null } | null };

export type EntryFragment = { cursor: string, seq: number, type: OrderEventType, at: string, actor: string | null, step: OrderStepName | null, detail: unknown };

export type OrderQueryVariables = Exact<{
  id: string;
}>;


export type OrderQuery = { order: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } | null };

export type OrderChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type OrderChangedSubscription = { orderChanged: { id: string, customerId: string, customerEmail: string | null, placedBy: string | null, endedBy: string | null, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, plan: FulfillmentPlan, revision: number, paymentReference: string | null, requiresApproval: boolean, approvalDeadline: string | null, autoApprovesAt: string | null, availableActions: Array<OrderAction>, createdAt: string, updatedAt: string, closedAt: string | null, asOf: string, steps: Array<{ name: OrderStepName, status: StepStatus, attempt: number, maxAttempts: number | null, percent: number | null, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, compensations: Array<{ name: string, undoes: OrderStepName, status: StepStatus, attempt: number, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, settledBy: string | null, note: string | null, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: OrderStepName | null } | null, items: Array<{ sku: string, name: string | null, quantity: number, unitPrice: { amount: string, currencyCode: string }, lineTotal: { amount: string, currencyCode: string } }>, total: { amount: string, currencyCode: string }, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, shipment: { trackingNumber: string | null, carrier: string | null, labelPercent: number | null, status: string } | null, links: { temporalUi: string | null } | null } };

export type OrderEventsSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OrderEventsSubscription = { orderEvents: { cursor: string, seq: number, type: OrderEventType, at: string, actor: string | null, step: OrderStepName | null, detail: unknown } };

export type OrderTimelineQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrderTimelineQuery = { order: { timeline: { nodes: Array<{ cursor: string, seq: number, type: OrderEventType, at: string, actor: string | null, step: OrderStepName | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type PositionFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  orderBy?: OrderSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { changesCursor: string, nodes: Array<{ id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, availableActions: Array<OrderAction>, approvalDeadline: string | null, revision: number, createdAt: string, updatedAt: string, closedAt: string | null, total: { amount: string, currencyCode: string }, failure: { code: string, message: string, step: OrderStepName | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

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


export type OrdersChangedSubscription = { ordersChanged: { kind: OrdersChangeKind, cursor: string, order: { id: string, customerId: string, status: OrderStatus, progress: number, currentStep: OrderStepName | null, currentCompensation: string | null, health: OrderHealth, availableActions: Array<OrderAction>, approvalDeadline: string | null, revision: number, createdAt: string, updatedAt: string, closedAt: string | null, total: { amount: string, currencyCode: string }, failure: { code: string, message: string, step: OrderStepName | null } | null } } };

export type CountsFragment = { total: number, needingAttention: number, stuck: number, oldestWaitingSince: string | null, byStatus: Array<{ status: OrderStatus, count: number }> };

export type OrderCountsQueryVariables = Exact<{
  customerId?: string | null | undefined;
}>;


export type OrderCountsQuery = { orderCounts: { total: number, needingAttention: number, stuck: number, oldestWaitingSince: string | null, byStatus: Array<{ status: OrderStatus, count: number }> } };

export type OrderCountsChangedSubscriptionVariables = Exact<{
  customerId?: string | null | undefined;
}>;


export type OrderCountsChangedSubscription = { orderCountsChanged: { total: number, needingAttention: number, stuck: number, oldestWaitingSince: string | null, byStatus: Array<{ status: OrderStatus, count: number }> } };

export type JournalQueryVariables = Exact<{
  orderId?: string | null | undefined;
  type?: Array<OrderEventType> | OrderEventType | null | undefined;
  actor?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalQuery = { journal: { nodes: Array<{ orderId: string, event: { cursor: string, seq: number, type: OrderEventType, at: string, actor: string | null, step: OrderStepName | null, detail: unknown } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

type RunWhyNot_AddressLocked_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_AlreadyShipped_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_IdempotencyConflict_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_InvalidInput_Fragment = { code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> };

type RunWhyNot_NothingToDo_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_OrderClosed_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_OrderNotAwaitingApproval_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_OrderNotFound_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_PaymentRefused_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_RunClosed_Fragment = { status: RunStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string };

type RunWhyNot_RunConflict_Fragment = { runId: string, keyReused: boolean, code: ErrorCode, message: string };

type RunWhyNot_RunNotFound_Fragment = { code: ErrorCode, message: string };

type RunWhyNot_VerdictPending_Fragment = { commandId: string, code: ErrorCode, message: string };

type RunWhyNot_WorkflowLost_Fragment = { code: ErrorCode, message: string };

export type RunWhyNotFragment =
  | RunWhyNot_AddressLocked_Fragment
  | RunWhyNot_AlreadyShipped_Fragment
  | RunWhyNot_IdempotencyConflict_Fragment
  | RunWhyNot_InvalidInput_Fragment
  | RunWhyNot_NothingToDo_Fragment
  | RunWhyNot_OrderClosed_Fragment
  | RunWhyNot_OrderNotAwaitingApproval_Fragment
  | RunWhyNot_OrderNotFound_Fragment
  | RunWhyNot_PaymentRefused_Fragment
  | RunWhyNot_RunClosed_Fragment
  | RunWhyNot_RunConflict_Fragment
  | RunWhyNot_RunNotFound_Fragment
  | RunWhyNot_VerdictPending_Fragment
  | RunWhyNot_WorkflowLost_Fragment
;

export type StartUserContextMutationVariables = Exact<{
  input: StartUserContextInput;
}>;


export type StartUserContextMutation = { startUserContext:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'StartUserContextPayload', run: { __typename: 'UserContextRun', userId: string, strategy: RunStrategy, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, context: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> }, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
   };

export type StartPaymentMutationVariables = Exact<{
  input: StartPaymentInput;
}>;


export type StartPaymentMutation = { startPayment:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'StartPaymentPayload', run: { __typename: 'PaymentRun', orderId: string, customerId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
   };

export type GreetMutationVariables = Exact<{
  input: GreetInput;
}>;


export type GreetMutation = { greet:
    | { __typename: 'GreetPayload', run: { __typename: 'GreetingRun', name: string, greeting: string | null, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
   };

export type StartStandingOrderMutationVariables = Exact<{
  input: StartStandingOrderInput;
}>;


export type StartStandingOrderMutation = { startStandingOrder:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'StartStandingOrderPayload', run: { __typename: 'StandingOrder', every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
   };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'PaymentRefused', code: ErrorCode, message: string }
    | { __typename: 'RefundPaymentPayload', run: { __typename: 'PaymentRun', orderId: string, customerId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
   };

export type PauseStandingOrderMutationVariables = Exact<{
  input: StandingOrderCommandInput;
}>;


export type PauseStandingOrderMutation = { pauseStandingOrder:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'RunClosed', status: RunStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'StandingOrderCommandPayload', run: { __typename: 'StandingOrder', every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
   };

export type ResumeStandingOrderMutationVariables = Exact<{
  input: StandingOrderCommandInput;
}>;


export type ResumeStandingOrderMutation = { resumeStandingOrder:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'RunClosed', status: RunStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'StandingOrderCommandPayload', run: { __typename: 'StandingOrder', every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
   };

export type SkipStandingOrderMutationVariables = Exact<{
  input: StandingOrderCommandInput;
}>;


export type SkipStandingOrderMutation = { skipStandingOrder:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'RunClosed', status: RunStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'StandingOrderCommandPayload', run: { __typename: 'StandingOrder', every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
   };

export type StopStandingOrderMutationVariables = Exact<{
  input: StandingOrderCommandInput;
}>;


export type StopStandingOrderMutation = { stopStandingOrder:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NothingToDo', code: ErrorCode, message: string }
    | { __typename: 'RunClosed', status: RunStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'StandingOrderCommandPayload', run: { __typename: 'StandingOrder', every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null } }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
   };

export type CancelRunMutationVariables = Exact<{
  input: CancelWorkflowInput;
}>;


export type CancelRunMutation = { cancelWorkflow:
    | { __typename: 'AlreadyShipped', code: ErrorCode, message: string }
    | { __typename: 'CancelWorkflowPayload', workflow:
        | { __typename: 'GreetingRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, name: string, greeting: string | null, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null }
        | { __typename: 'Order', id: string }
        | { __typename: 'PaymentRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, orderId: string, customerId: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }> }
        | { __typename: 'StandingOrder', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }> }
        | { __typename: 'UserContextRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, userId: string, strategy: RunStrategy, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, context: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> } }
       }
    | { __typename: 'IdempotencyConflict', code: ErrorCode, message: string }
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'OrderClosed', code: ErrorCode, message: string }
    | { __typename: 'OrderNotFound', code: ErrorCode, message: string }
    | { __typename: 'RunClosed', status: RunStatus, decidedBy: string | null, decidedAt: string | null, code: ErrorCode, message: string }
    | { __typename: 'RunConflict', runId: string, keyReused: boolean, code: ErrorCode, message: string }
    | { __typename: 'RunNotFound', code: ErrorCode, message: string }
    | { __typename: 'VerdictPending', commandId: string, code: ErrorCode, message: string }
    | { __typename: 'WorkflowLost', code: ErrorCode, message: string }
   };

type RunState_GreetingRun_Fragment = { __typename: 'GreetingRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

type RunState_PaymentRun_Fragment = { __typename: 'PaymentRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

type RunState_StandingOrder_Fragment = { __typename: 'StandingOrder', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

type RunState_UserContextRun_Fragment = { __typename: 'UserContextRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

export type RunStateFragment =
  | RunState_GreetingRun_Fragment
  | RunState_PaymentRun_Fragment
  | RunState_StandingOrder_Fragment
  | RunState_UserContextRun_Fragment
;

export type KnownOfUserFragment = { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> };

export type UserContextDetailsFragment = { __typename: 'UserContextRun', userId: string, strategy: RunStrategy, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, context: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> }, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

export type PaymentDetailsFragment = { __typename: 'PaymentRun', orderId: string, customerId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

export type GreetingDetailsFragment = { __typename: 'GreetingRun', name: string, greeting: string | null, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

export type StandingOrderDetailsFragment = { __typename: 'StandingOrder', every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }>, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

type RunDetails_GreetingRun_Fragment = { __typename: 'GreetingRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, name: string, greeting: string | null, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null };

type RunDetails_PaymentRun_Fragment = { __typename: 'PaymentRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, orderId: string, customerId: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }> };

type RunDetails_StandingOrder_Fragment = { __typename: 'StandingOrder', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }> };

type RunDetails_UserContextRun_Fragment = { __typename: 'UserContextRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, userId: string, strategy: RunStrategy, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, context: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> } };

export type RunDetailsFragment =
  | RunDetails_GreetingRun_Fragment
  | RunDetails_PaymentRun_Fragment
  | RunDetails_StandingOrder_Fragment
  | RunDetails_UserContextRun_Fragment
;

type RunSummary_GreetingRun_Fragment = { __typename: 'GreetingRun', name: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number };

type RunSummary_PaymentRun_Fragment = { __typename: 'PaymentRun', orderId: string, customerId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number, amount: { amount: string, currencyCode: string } };

type RunSummary_StandingOrder_Fragment = { __typename: 'StandingOrder', every: string, nextAt: string | null, placed: number, pausedBy: string | null, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number };

type RunSummary_UserContextRun_Fragment = { __typename: 'UserContextRun', userId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number };

export type RunSummaryFragment =
  | RunSummary_GreetingRun_Fragment
  | RunSummary_PaymentRun_Fragment
  | RunSummary_StandingOrder_Fragment
  | RunSummary_UserContextRun_Fragment
;

export type RunQueryVariables = Exact<{
  id: string;
}>;


export type RunQuery = { workflowRun:
    | { __typename: 'GreetingRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, name: string, greeting: string | null, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null }
    | { __typename: 'PaymentRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, orderId: string, customerId: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }> }
    | { __typename: 'StandingOrder', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }> }
    | { __typename: 'UserContextRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, userId: string, strategy: RunStrategy, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, context: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> } }
   | null };

export type RunsQueryVariables = Exact<{
  kind?: Array<WorkflowKind> | WorkflowKind | null | undefined;
  status?: Array<RunStatus> | RunStatus | null | undefined;
  startedBy?: string | null | undefined;
  userId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsQuery = { workflowRuns: { changesCursor: string, nodes: Array<
      | { __typename: 'GreetingRun', name: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number }
      | { __typename: 'PaymentRun', orderId: string, customerId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number, amount: { amount: string, currencyCode: string } }
      | { __typename: 'StandingOrder', every: string, nextAt: string | null, placed: number, pausedBy: string | null, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number }
      | { __typename: 'UserContextRun', userId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number }
    >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RunsChangesCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type RunsChangesCursorQuery = { workflowRuns: { changesCursor: string } };

export type RunChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type RunChangedSubscription = { workflowRunChanged:
    | { __typename: 'GreetingRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, name: string, greeting: string | null, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null }
    | { __typename: 'PaymentRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, orderId: string, customerId: string, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, amount: { amount: string, currencyCode: string }, payment: { id: string, status: PaymentStatus, authorized: { amount: string, currencyCode: string } | null, captured: { amount: string, currencyCode: string } | null, refunded: { amount: string, currencyCode: string } | null } | null, refundable: { amount: string, currencyCode: string } | null, compensations: Array<{ name: string, undoes: string, status: StepStatus, attempt: number, finishedAt: string | null, error: { code: string, message: string } | null }> }
    | { __typename: 'StandingOrder', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, every: string, nextAt: string | null, times: number | null, placed: number, skipped: number, skipsNext: boolean, missed: number, pausedBy: string | null, generation: number, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, template: { customerId: string, requiresApproval: boolean, plan: FulfillmentPlan, items: Array<{ sku: string, quantity: number, price: { amount: string, currencyCode: string } | null }>, shippingAddress: { street: string, city: string, state: string | null, zip: string, country: string } }, lastPlacements: Array<{ number: number, at: string, outcome: PlacementOutcome, orderId: string | null, problem: { code: string, message: string } | null }> }
    | { __typename: 'UserContextRun', id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, endedBy: string | null, revision: number, asOf: string, userId: string, strategy: RunStrategy, steps: Array<{ name: string, status: StepStatus, attempt: number, maxAttempts: number | null, startedAt: string | null, finishedAt: string | null, detail: unknown, error: { code: string, message: string } | null }>, failure: { code: string, message: string, step: string | null } | null, links: { temporalUi: string | null } | null, context: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> } }
   };

export type RunsChangedSubscriptionVariables = Exact<{
  kind?: Array<WorkflowKind> | WorkflowKind | null | undefined;
  status?: Array<RunStatus> | RunStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsChangedSubscription = { workflowRunsChanged: { kind: OrdersChangeKind, cursor: string, run:
      | { __typename: 'GreetingRun', name: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number }
      | { __typename: 'PaymentRun', orderId: string, customerId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number, amount: { amount: string, currencyCode: string } }
      | { __typename: 'StandingOrder', every: string, nextAt: string | null, placed: number, pausedBy: string | null, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number }
      | { __typename: 'UserContextRun', userId: string, id: string, kind: WorkflowKind, status: RunStatus, progress: number | null, health: OrderHealth, availableActions: Array<RunAction>, startedBy: string, startedAt: string, closedAt: string | null, revision: number }
     } };

export type RunRevisionSubscriptionVariables = Exact<{
  id: string;
}>;


export type RunRevisionSubscription = { workflowRunChanged:
    | { revision: number, closedAt: string | null }
    | { revision: number, closedAt: string | null }
    | { revision: number, closedAt: string | null }
    | { revision: number, closedAt: string | null }
   };

export type RunTimelineQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunTimelineQuery = { workflowRun:
    | { timeline: { nodes: Array<{ cursor: string, seq: number, type: RunEventType, at: string, actor: string | null, step: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
    | { timeline: { nodes: Array<{ cursor: string, seq: number, type: RunEventType, at: string, actor: string | null, step: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
    | { timeline: { nodes: Array<{ cursor: string, seq: number, type: RunEventType, at: string, actor: string | null, step: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
    | { timeline: { nodes: Array<{ cursor: string, seq: number, type: RunEventType, at: string, actor: string | null, step: string | null, detail: unknown }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
   | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, role: Role, actions: Array<ViewerAction>, expiresAt: string | null } };

export type ServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServicesQuery = { services: Array<{ name: string, ok: boolean, since: string, build: string | null, detail: string | null }> };

export type UserContextQueryVariables = Exact<{
  userId?: string | null | undefined;
  strategy?: AggregationStrategy | null | undefined;
}>;


export type UserContextQuery = { userContext: { userId: string, catFact: string | null, location: { city: string, country: string, latitude: number, longitude: number } | null, weather: { temperatureCelsius: number, summary: string } | null, problems: Array<{ part: ContextPart, code: string, message: string }> } };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { catalogue: Array<{ sku: string, name: string, available: number, asOf: string, price: { amount: string, currencyCode: string } }> };

export type RestockMutationVariables = Exact<{
  input: RestockInput;
}>;


export type RestockMutation = { restock:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RestockPayload', product: { sku: string, name: string, available: number, asOf: string, price: { amount: string, currencyCode: string } } }
   };

export type AuditQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type AuditQuery = { audit: { asOf: string, balanced: boolean, problemCount: number, problems: Array<{ code: string, message: string, orderId: string | null }>, settled: Array<{ orderId: string, undoes: OrderStepName, settledBy: string, note: string, at: string }>, captured: Array<{ amount: string, currencyCode: string }>, refunded: Array<{ amount: string, currencyCode: string }>, openHolds: Array<{ amount: string, currencyCode: string }>, stock: Array<{ sku: string, initial: number, available: number, reserved: number, shipped: number }> } | null };

export type RepairAuditMutationVariables = Exact<{
  input: RepairAuditInput;
}>;


export type RepairAuditMutation = { repairAudit:
    | { __typename: 'InvalidInput', code: ErrorCode, message: string, fields: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'RepairAuditPayload', repair: { compared: number, nextCursor: string | null, effects: Array<{ orderId: string, status: UnknownEffectsStatus, effects: Array<string> }> } }
   };

const FaultsText = 'fragment Faults on ChaosSettings{enabled profile seed operations{operation outcomes shares{outcome percent}}pins{orderId operation outcomes}}';
const WhyNotText = 'fragment WhyNot on Error{code message ...on InvalidInput{fields{path message}}...on IdempotencyConflict{orderId keyReused}...on OrderClosed{status decidedBy decidedAt}...on OrderNotAwaitingApproval{status decidedBy decidedAt}...on VerdictPending{commandId}}';
const CallText = 'fragment Call on ChaosLogEntry{cursor at orderId operation attempt outcome pinned}';
const PositionText = 'fragment Position on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}';
const OrderDetailsText = 'fragment OrderDetails on Order{id customerId customerEmail placedBy endedBy status progress currentStep currentCompensation health plan revision steps{name status attempt maxAttempts percent startedAt finishedAt nextAttemptAt detail error{code message}}compensations{name undoes status attempt startedAt finishedAt nextAttemptAt settledBy note error{code message}}failure{code message step}items{sku name quantity unitPrice{amount currencyCode}lineTotal{amount currencyCode}}total{amount currencyCode}shippingAddress{street city state zip country}paymentReference requiresApproval approvalDeadline autoApprovesAt payment{id status authorized{amount currencyCode}captured{amount currencyCode}refunded{amount currencyCode}}shipment{trackingNumber carrier labelPercent status}availableActions links{temporalUi}createdAt updatedAt closedAt asOf}';
const EngineEventText = 'fragment EngineEvent on HistoryEvent{id type at step compensation detail}';
const EntryText = 'fragment Entry on OrderEvent{cursor seq type at actor step detail}';
const OrderSummaryText = 'fragment OrderSummary on Order{id customerId status progress currentStep currentCompensation health availableActions total{amount currencyCode}failure{code message step}approvalDeadline revision createdAt updatedAt closedAt}';
const CountsText = 'fragment Counts on OrderCounts{total byStatus{status count}needingAttention stuck oldestWaitingSince}';
const RunWhyNotText = 'fragment RunWhyNot on Error{code message ...on InvalidInput{fields{path message}}...on RunConflict{runId keyReused}...on RunClosed{status decidedBy decidedAt}...on VerdictPending{commandId}}';
const RunStateText = 'fragment RunState on WorkflowRun{__typename id kind status progress health availableActions steps{name status attempt maxAttempts startedAt finishedAt detail error{code message}}failure{code message step}startedBy startedAt closedAt endedBy revision asOf links{temporalUi}}';
const KnownOfUserText = 'fragment KnownOfUser on UserContext{userId location{city country latitude longitude}weather{temperatureCelsius summary}catFact problems{part code message}}';
const UserContextDetailsText = 'fragment UserContextDetails on UserContextRun{...RunState userId strategy context{...KnownOfUser}}';
const PaymentDetailsText = 'fragment PaymentDetails on PaymentRun{...RunState orderId customerId amount{amount currencyCode}payment{id status authorized{amount currencyCode}captured{amount currencyCode}refunded{amount currencyCode}}refundable{amount currencyCode}compensations{name undoes status attempt finishedAt error{code message}}}';
const GreetingDetailsText = 'fragment GreetingDetails on GreetingRun{...RunState name greeting}';
const StandingOrderDetailsText = 'fragment StandingOrderDetails on StandingOrder{...RunState every nextAt times placed skipped skipsNext missed pausedBy generation template{customerId items{sku quantity price{amount currencyCode}}shippingAddress{street city state zip country}requiresApproval plan}lastPlacements(first:10){number at outcome orderId problem{code message}}}';
const RunDetailsText = 'fragment RunDetails on WorkflowRun{...RunState ...UserContextDetails ...PaymentDetails ...GreetingDetails ...StandingOrderDetails}';
const RunSummaryText = 'fragment RunSummary on WorkflowRun{__typename id kind status progress health availableActions startedBy startedAt closedAt revision ...on UserContextRun{userId}...on PaymentRun{orderId customerId amount{amount currencyCode}}...on GreetingRun{name}...on StandingOrder{every nextAt placed pausedBy}}';
export const ChaosDocument = /* @__PURE__ */ withFragments<ChaosQuery, ChaosQueryVariables>('query Chaos{chaos{...Faults}}', FaultsText);
export const SetChaosDocument = /* @__PURE__ */ mutation<SetChaosMutation, SetChaosMutationVariables>('SetChaos', 'chaos{...Faults}', 'WhyNot', FaultsText, WhyNotText);
export const PinChaosDocument = /* @__PURE__ */ mutation<PinChaosMutation, PinChaosMutationVariables>('PinChaos', 'chaos{...Faults}', 'WhyNot', FaultsText, WhyNotText);
export const ResetChaosDocument = /* @__PURE__ */ withFragments<ResetChaosMutation, ResetChaosMutationVariables>('mutation ResetChaos{resetChaos{__typename ...on ResetChaosPayload{chaos{...Faults}}...WhyNot}}', FaultsText, WhyNotText);
export const ChaosLogDocument = /* @__PURE__ */ withFragments<ChaosLogQuery, ChaosLogQueryVariables>('query ChaosLog($orderId:ID$operation:String$first:Int$after:Cursor){chaosLog(orderId:$orderId operation:$operation first:$first after:$after){nodes{...Call}pageInfo{...Position}}}', CallText, PositionText);
export const ChaosLoggedDocument = /* @__PURE__ */ withFragments<ChaosLoggedSubscription, ChaosLoggedSubscriptionVariables>('subscription ChaosLogged($orderId:ID$after:Cursor){chaosLogged(orderId:$orderId after:$after){...Call}}', CallText);
export const PlaceOrderDocument = /* @__PURE__ */ mutation<PlaceOrderMutation, PlaceOrderMutationVariables>('PlaceOrder', 'order{...OrderDetails}placed', 'WhyNot', WhyNotText, OrderDetailsText);
export const ApproveOrderDocument = /* @__PURE__ */ mutation<ApproveOrderMutation, ApproveOrderMutationVariables>('ApproveOrder', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const RejectOrderDocument = /* @__PURE__ */ mutation<RejectOrderMutation, RejectOrderMutationVariables>('RejectOrder', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const CancelOrderDocument = /* @__PURE__ */ mutation<CancelOrderMutation, CancelOrderMutationVariables>('CancelOrder', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const AddOrderItemDocument = /* @__PURE__ */ mutation<AddOrderItemMutation, AddOrderItemMutationVariables>('AddOrderItem', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const ChangeShippingAddressDocument = /* @__PURE__ */ mutation<ChangeShippingAddressMutation, ChangeShippingAddressMutationVariables>('ChangeShippingAddress', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const UpdateShippingAddressDocument = /* @__PURE__ */ mutation<UpdateShippingAddressMutation, UpdateShippingAddressMutationVariables>('UpdateShippingAddress', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const RetryOrderNowDocument = /* @__PURE__ */ mutation<RetryOrderNowMutation, RetryOrderNowMutationVariables>('RetryOrderNow', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const GiveUpOrderStepDocument = /* @__PURE__ */ mutation<GiveUpOrderStepMutation, GiveUpOrderStepMutationVariables>('GiveUpOrderStep', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const SettleCompensationDocument = /* @__PURE__ */ mutation<SettleCompensationMutation, SettleCompensationMutationVariables>('SettleCompensation', 'order{...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const CancelWorkflowDocument = /* @__PURE__ */ mutation<CancelWorkflowMutation, CancelWorkflowMutationVariables>('CancelWorkflow', 'workflow{__typename id ...OrderDetails}', 'WhyNot', WhyNotText, OrderDetailsText);
export const OrderHistoryDocument = /* @__PURE__ */ withFragments<OrderHistoryQuery, OrderHistoryQueryVariables>('query OrderHistory($id:ID!$newestFirst:Boolean$first:Int$after:Cursor){order(id:$id){history(newestFirst:$newestFirst first:$first after:$after){nodes{...EngineEvent}pageInfo{...Position}}}}', EngineEventText, PositionText);
export const RunHistoryDocument = /* @__PURE__ */ withFragments<RunHistoryQuery, RunHistoryQueryVariables>('query RunHistory($id:ID!$newestFirst:Boolean$first:Int$after:Cursor){workflowRun(id:$id){history(newestFirst:$newestFirst first:$first after:$after){nodes{...EngineEvent}pageInfo{...Position}}}}', EngineEventText, PositionText);
export const OrderDocument = /* @__PURE__ */ withFragments<OrderQuery, OrderQueryVariables>('query Order($id:ID!){order(id:$id){...OrderDetails}}', OrderDetailsText);
export const OrderChangedDocument = /* @__PURE__ */ withFragments<OrderChangedSubscription, OrderChangedSubscriptionVariables>('subscription OrderChanged($id:ID!){orderChanged(id:$id){...OrderDetails}}', OrderDetailsText);
export const OrderEventsDocument = /* @__PURE__ */ withFragments<OrderEventsSubscription, OrderEventsSubscriptionVariables>('subscription OrderEvents($id:ID!$after:Cursor){orderEvents(id:$id after:$after){...Entry}}', EntryText);
export const OrderTimelineDocument = /* @__PURE__ */ withFragments<OrderTimelineQuery, OrderTimelineQueryVariables>('query OrderTimeline($id:ID!$first:Int$after:Cursor$last:Int$before:Cursor){order(id:$id){timeline(first:$first after:$after last:$last before:$before){nodes{...Entry}pageInfo{...Position}}}}', EntryText, PositionText);
export const OrdersDocument = /* @__PURE__ */ withFragments<OrdersQuery, OrdersQueryVariables>('query Orders($filter:OrderFilter$orderBy:OrderSort$first:Int$after:Cursor$last:Int$before:Cursor){orders(filter:$filter orderBy:$orderBy first:$first after:$after last:$last before:$before){nodes{...OrderSummary}pageInfo{...Position}changesCursor}}', OrderSummaryText, PositionText);
export const CountOrdersDocument = /* @__PURE__ */ withFragments<CountOrdersQuery, CountOrdersQueryVariables>('query CountOrders($filter:OrderFilter){orders(filter:$filter first:1){totalCount}}');
export const ChangesCursorDocument = /* @__PURE__ */ withFragments<ChangesCursorQuery, ChangesCursorQueryVariables>('query ChangesCursor{orders(first:1){changesCursor}}');
export const OrdersChangedDocument = /* @__PURE__ */ withFragments<OrdersChangedSubscription, OrdersChangedSubscriptionVariables>('subscription OrdersChanged($filter:OrderFilter$after:Cursor){ordersChanged(filter:$filter after:$after){kind cursor order{...OrderSummary}}}', OrderSummaryText);
export const OrderCountsDocument = /* @__PURE__ */ withFragments<OrderCountsQuery, OrderCountsQueryVariables>('query OrderCounts($customerId:ID){orderCounts(customerId:$customerId){...Counts}}', CountsText);
export const OrderCountsChangedDocument = /* @__PURE__ */ withFragments<OrderCountsChangedSubscription, OrderCountsChangedSubscriptionVariables>('subscription OrderCountsChanged($customerId:ID){orderCountsChanged(customerId:$customerId){...Counts}}', CountsText);
export const JournalDocument = /* @__PURE__ */ withFragments<JournalQuery, JournalQueryVariables>('query Journal($orderId:ID$type:[OrderEventType!]$actor:String$from:DateTime$to:DateTime$first:Int$after:Cursor){journal(orderId:$orderId type:$type actor:$actor from:$from to:$to first:$first after:$after){nodes{orderId event{...Entry}}pageInfo{...Position}}}', EntryText, PositionText);
export const StartUserContextDocument = /* @__PURE__ */ mutation<StartUserContextMutation, StartUserContextMutationVariables>('StartUserContext', 'run{...UserContextDetails}', 'RunWhyNot', RunWhyNotText, RunStateText, KnownOfUserText, UserContextDetailsText);
export const StartPaymentDocument = /* @__PURE__ */ mutation<StartPaymentMutation, StartPaymentMutationVariables>('StartPayment', 'run{...PaymentDetails}', 'RunWhyNot', RunWhyNotText, RunStateText, PaymentDetailsText);
export const GreetDocument = /* @__PURE__ */ mutation<GreetMutation, GreetMutationVariables>('Greet', 'run{...GreetingDetails}', 'RunWhyNot', RunWhyNotText, RunStateText, GreetingDetailsText);
export const StartStandingOrderDocument = /* @__PURE__ */ mutation<StartStandingOrderMutation, StartStandingOrderMutationVariables>('StartStandingOrder', 'run{...StandingOrderDetails}', 'RunWhyNot', RunWhyNotText, RunStateText, StandingOrderDetailsText);
export const RefundPaymentDocument = /* @__PURE__ */ mutation<RefundPaymentMutation, RefundPaymentMutationVariables>('RefundPayment', 'run{...PaymentDetails}', 'RunWhyNot', RunWhyNotText, RunStateText, PaymentDetailsText);
export const PauseStandingOrderDocument = /* @__PURE__ */ withFragments<PauseStandingOrderMutation, PauseStandingOrderMutationVariables>('mutation PauseStandingOrder($input:StandingOrderCommandInput!){pauseStandingOrder(input:$input){__typename ...on StandingOrderCommandPayload{run{...StandingOrderDetails}}...RunWhyNot}}', RunWhyNotText, RunStateText, StandingOrderDetailsText);
export const ResumeStandingOrderDocument = /* @__PURE__ */ withFragments<ResumeStandingOrderMutation, ResumeStandingOrderMutationVariables>('mutation ResumeStandingOrder($input:StandingOrderCommandInput!){resumeStandingOrder(input:$input){__typename ...on StandingOrderCommandPayload{run{...StandingOrderDetails}}...RunWhyNot}}', RunWhyNotText, RunStateText, StandingOrderDetailsText);
export const SkipStandingOrderDocument = /* @__PURE__ */ withFragments<SkipStandingOrderMutation, SkipStandingOrderMutationVariables>('mutation SkipStandingOrder($input:StandingOrderCommandInput!){skipStandingOrder(input:$input){__typename ...on StandingOrderCommandPayload{run{...StandingOrderDetails}}...RunWhyNot}}', RunWhyNotText, RunStateText, StandingOrderDetailsText);
export const StopStandingOrderDocument = /* @__PURE__ */ withFragments<StopStandingOrderMutation, StopStandingOrderMutationVariables>('mutation StopStandingOrder($input:StandingOrderCommandInput!){stopStandingOrder(input:$input){__typename ...on StandingOrderCommandPayload{run{...StandingOrderDetails}}...RunWhyNot}}', RunWhyNotText, RunStateText, StandingOrderDetailsText);
export const CancelRunDocument = /* @__PURE__ */ withFragments<CancelRunMutation, CancelRunMutationVariables>('mutation CancelRun($input:CancelWorkflowInput!){cancelWorkflow(input:$input){__typename ...on CancelWorkflowPayload{workflow{__typename id ...RunDetails}}...RunWhyNot}}', RunWhyNotText, RunStateText, KnownOfUserText, UserContextDetailsText, PaymentDetailsText, GreetingDetailsText, StandingOrderDetailsText, RunDetailsText);
export const RunDocument = /* @__PURE__ */ withFragments<RunQuery, RunQueryVariables>('query Run($id:ID!){workflowRun(id:$id){...RunDetails}}', RunStateText, KnownOfUserText, UserContextDetailsText, PaymentDetailsText, GreetingDetailsText, StandingOrderDetailsText, RunDetailsText);
export const RunsDocument = /* @__PURE__ */ withFragments<RunsQuery, RunsQueryVariables>('query Runs($kind:[WorkflowKind!]$status:[RunStatus!]$startedBy:ID$userId:ID$first:Int$after:Cursor){workflowRuns(kind:$kind status:$status startedBy:$startedBy userId:$userId first:$first after:$after){nodes{...RunSummary}pageInfo{...Position}changesCursor}}', PositionText, RunSummaryText);
export const RunsChangesCursorDocument = /* @__PURE__ */ withFragments<RunsChangesCursorQuery, RunsChangesCursorQueryVariables>('query RunsChangesCursor{workflowRuns(first:1){changesCursor}}');
export const RunChangedDocument = /* @__PURE__ */ withFragments<RunChangedSubscription, RunChangedSubscriptionVariables>('subscription RunChanged($id:ID!){workflowRunChanged(id:$id){...RunDetails}}', RunStateText, KnownOfUserText, UserContextDetailsText, PaymentDetailsText, GreetingDetailsText, StandingOrderDetailsText, RunDetailsText);
export const RunsChangedDocument = /* @__PURE__ */ withFragments<RunsChangedSubscription, RunsChangedSubscriptionVariables>('subscription RunsChanged($kind:[WorkflowKind!]$status:[RunStatus!]$after:Cursor){workflowRunsChanged(kind:$kind status:$status after:$after){kind cursor run{...RunSummary}}}', RunSummaryText);
export const RunRevisionDocument = /* @__PURE__ */ withFragments<RunRevisionSubscription, RunRevisionSubscriptionVariables>('subscription RunRevision($id:ID!){workflowRunChanged(id:$id){revision closedAt}}');
export const RunTimelineDocument = /* @__PURE__ */ withFragments<RunTimelineQuery, RunTimelineQueryVariables>('query RunTimeline($id:ID!$first:Int$after:Cursor){workflowRun(id:$id){timeline(first:$first after:$after){nodes{cursor seq type at actor step detail}pageInfo{...Position}}}}', PositionText);
export const ViewerDocument = /* @__PURE__ */ withFragments<ViewerQuery, ViewerQueryVariables>('query Viewer{viewer{id role actions expiresAt}}');
export const ServicesDocument = /* @__PURE__ */ withFragments<ServicesQuery, ServicesQueryVariables>('query Services{services{name ok since build detail}}');
export const UserContextDocument = /* @__PURE__ */ withFragments<UserContextQuery, UserContextQueryVariables>('query UserContext($userId:ID$strategy:AggregationStrategy){userContext(userId:$userId strategy:$strategy){...KnownOfUser}}', KnownOfUserText);
export const CatalogueDocument = /* @__PURE__ */ withFragments<CatalogueQuery, CatalogueQueryVariables>('query Catalogue{catalogue{sku name price{amount currencyCode}available asOf}}');
export const RestockDocument = /* @__PURE__ */ mutation<RestockMutation, RestockMutationVariables>('Restock', 'product{sku name price{amount currencyCode}available asOf}', 'WhyNot', WhyNotText);
export const AuditDocument = /* @__PURE__ */ withFragments<AuditQuery, AuditQueryVariables>('query Audit($first:Int){audit{asOf balanced problemCount problems(first:$first){code message orderId}settled(first:$first){orderId undoes settledBy note at}captured{amount currencyCode}refunded{amount currencyCode}openHolds{amount currencyCode}stock{sku initial available reserved shipped}}}');
export const RepairAuditDocument = /* @__PURE__ */ mutation<RepairAuditMutation, RepairAuditMutationVariables>('RepairAudit', 'repair{effects{orderId status effects}compared nextCursor}', 'WhyNot', WhyNotText);