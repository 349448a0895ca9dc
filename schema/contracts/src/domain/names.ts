/** The names by which a caller starts, queries and signals a fulfillment. */
export const fulfillment = {
  taskQueue: 'orders',
  workflow: 'fulfillOrder',
  idFor: (orderId: string) => `order-${orderId}`,
  queries: {
    order: 'getOrder',
    status: 'getOrderStatus',
    progress: 'getProgress',
    steps: 'getStepDetails',
    items: 'getItems',
    /** The verdict on one command, however many commands have followed it. */
    verdict: 'getVerdict',
  },
  signals: {
    approve: 'approve',
    reject: 'reject',
    cancel: 'cancel',
    addItem: 'addItem',
    changeAddress: 'changeAddress',
    retryNow: 'retryNow',
    giveUpStep: 'giveUpStep',
    settleCompensation: 'settleCompensation',
    dispatchFailed: 'dispatchFailed',
  },
  /** The updates by which a shipment asks its order, and waits for the answer. */
  updates: { settleAddress: 'settleAddress', clearDispatch: 'clearDispatch' },
} as const;

/** The signals and queries of a fulfillment under the names that other order systems use. */
export const compatibilityNames = {
  signals: { approve: 'approve-payment', cancel: 'cancel-order', addItem: 'add-line-item' },
  queries: { status: 'get-status', items: 'get-items' },
} as const;

/** The child that ships an order. */
export const shipment = {
  taskQueue: 'shipping',
  workflow: 'shipOrder',
  idFor: (orderId: string) => `shipment-${orderId}`,
  signals: { giveUpStep: 'giveUpStep' },
} as const;

/** A workflow that only holds an idempotency key for an order that has an id of its own. */
export const keyHolder = { workflow: 'holdIdempotencyKey' } as const;

/** The workflow that compensates and closes an order whose own workflow is lost. */
export const recovery = {
  workflow: 'recoverOrder',
  idFor: (orderId: string) => `recovery-${orderId}`,
} as const;

/**
 * The workflow that compensates what the providers hold for an unknown order or run. It runs under the id of that
 * order, which is thereby taken.
 */
export const repair = { workflow: 'undoEffects' } as const;

/** A schedule that compares the order book with the engine, and repairs what lags. */
export const bookAudit = { schedule: 'audit-of-the-books', workflow: 'auditBooks' } as const;

/** A schedule that has each service delete what is old enough. */
export const nightlySweep = { schedule: 'nightly-sweep', workflow: 'sweepServices' } as const;

/** Search attributes, with their Temporal types. */
export const searchAttributes = {
  orderId: 'Keyword',
  customerId: 'Keyword',
  orderStatus: 'Keyword',
  totalAmount: 'Double',
  createdAt: 'Datetime',
} as const;

/** The header that carries a trace through the engine, as Temporal's own interceptors call it. */
export const traceHeader = '_tracer-data';

/** The trace in which a workflow was started, part of its query results: W3C's headers; absent without tracing. */
export type InTrace = { trace?: Record<string, string> | undefined };

/** Memo fields of an order's workflow, readable without asking a worker. */
export type OrderMemo = { orderId: string; fingerprint: string };

/** Prefixes of ids that are not order ids. */
export const reservedIdPrefixes = ['RUN-', 'STO-'] as const;

/** The end of ids that only this system assigns. No other new order may have such an id. */
export const reservedIdSuffix = '.own';

/** Prefixes of workflow ids in other order systems; no new order may have such an id. */
export const workflowIdPrefixes = ['order-fulfillment-', 'order-workflow-', 'user-context-', 'payment-'] as const;
