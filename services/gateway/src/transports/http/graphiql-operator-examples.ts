import { type Example, exampleOrderId } from './graphiql-example.ts';

const failures = Array(20).fill('"server_error"').join(', ');

/** Examples for operators: monitoring, and intervening in an order that makes no progress. */
export const operatorExamples: Example[] = [
  {
    query: `# What operators look at: the counts, the journal of all orders, and the calls to the providers.
query Operate {
  orderCounts { total needingAttention stuck byStatus { status count } }
  journal(first: 10) { nodes { orderId event { type at actor step } } }
  chaosLog(first: 10) { nodes { at orderId operation attempt outcome pinned } }
  services { name ok since detail }
}
`,
  },
  {
    query: `# Whether money and stock balance, what was settled by hand, and the engine's own events of an order. Operators only.
query Audit {
  audit {
    balanced problemCount
    problems(first: 10) { code message orderId }
    settled(first: 10) { orderId undoes settledBy note at }
  }
  order(id: "${exampleOrderId}") { paymentReference history(first: 20) { nodes { id type at step } pageInfo { hasNextPage endCursor } } }
}
`,
  },
  {
    query: `# Places an order whose package can be neither prepared nor cancelled; the next tab intervenes in it.
mutation PlaceFailingOrder {
  fails: pinChaos(input: { orderId: "FAILING-${exampleOrderId}", operation: "shipping.prepare", outcomes: [${failures}] }) {
    ... on Error { code message }
  }
  staysFailing: pinChaos(input: { orderId: "FAILING-${exampleOrderId}", operation: "shipping.cancel", outcomes: [${failures}] }) {
    ... on Error { code message }
  }
  placeOrder(
    input: {
      orderId: "FAILING-${exampleOrderId}"
      customerId: "CUST-1"
      customerEmail: "ada@example.com"
      items: [{ sku: "BOOK-001", quantity: 1 }]
      shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
    }
  ) {
    ... on PlaceOrderPayload { order { id status } }
    ... on Error { code message }
  }
}
`,
  },
  {
    query: `# How an operator intervenes: retry the step now, give it up, declare its compensation done by hand.
# availableActions lists each while it is possible; otherwise the response is NOTHING_TO_DO. Without them, the step is retried for 30 seconds.
mutation RetryNow {
  retryOrderNow(input: { orderId: "FAILING-${exampleOrderId}" }) {
    ... on RetryOrderNowPayload { order { id status health availableActions steps { name status attempt nextAttemptAt } } }
    ... on Error { code message }
  }
}

mutation GiveUpStep {
  giveUpOrderStep(input: { orderId: "FAILING-${exampleOrderId}", step: PREPARE_PACKAGE, reason: "The warehouse is closed" }) {
    ... on GiveUpOrderStepPayload { order { id status availableActions } }
    ... on Error { code message }
  }
}

mutation SettleCompensation {
  settleCompensation(input: { orderId: "FAILING-${exampleOrderId}", undoes: PREPARE_PACKAGE, note: "Called off by telephone" }) {
    ... on SettleCompensationPayload { order { id status compensations { name status settledBy note } } }
    ... on Error { code message }
  }
}
`,
  },
];
