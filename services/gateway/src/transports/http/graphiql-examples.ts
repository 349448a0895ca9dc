type Example = { query: string; variables?: string };

/** Placeholder for the order id of the examples. */
export const exampleOrderId = 'SAMPLE-ORDER-ID';

// Longer than 150 lines: one entry for each tab.

/** The tabs that GraphiQL opens with; each example runs as it is. */
export const examples: Example[] = [
  {
    query: `# Places an order; watch it in the next tab. Another orderId places another one.
mutation PlaceOrder {
  placeOrder(
    input: {
      orderId: "${exampleOrderId}"
      customerId: "CUST-1"
      customerEmail: "ada@example.com"
      items: [{ sku: "BOOK-001", quantity: 2 }]
      shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
      requiresApproval: true
      approvalTimeout: "PT15M"
    }
  ) {
    ... on PlaceOrderPayload { order { id status total { amount currencyCode } } }
    ... on Error { code message }
    ... on InvalidInput { fields { path message } }
  }
}
`,
  },
  {
    query: `# The order as it is, then after every change; completes by itself when the order is done.
subscription FollowOrder {
  orderChanged(id: "${exampleOrderId}") {
    status
    progress
    currentStep
    steps { name status attempt percent }
    shipment { trackingNumber labelPercent }
    failure { code message }
    closedAt
  }
}
`,
  },
  {
    query: `# The order waits for this. The same mutation again is answered as before only with a commandId.
mutation ApproveOrder {
  approveOrder(input: { orderId: "${exampleOrderId}", commandId: "approve-1", note: "Looks fine" }) {
    ... on ApproveOrderPayload { order { id status progress } }
    ... on Error { code message }
  }
}
`,
  },
  {
    query: `# Every entry of its journal once, in order, from the beginning; also of an order that is done.
subscription FollowJournal {
  orderEvents(id: "${exampleOrderId}") { cursor seq type at actor step detail }
}
`,
  },
  {
    query: `# Every change of every order, as it happens.
subscription FollowOrders {
  ordersChanged { kind cursor order { id customerId status progress } }
}
`,
  },
  {
    query: `# The newest orders, and what is for sale.
query Shop {
  orders(first: 10) {
    nodes { id customerId status progress total { amount currencyCode } createdAt availableActions }
    pageInfo { hasNextPage endCursor }
  }
  catalogue { sku name price { amount currencyCode } available }
}
`,
  },
  {
    query: `# What operators act on: the counts, what happened in all orders, and the calls to the providers.
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
    query: `# Where somebody is, the weather there, and a fact about cats, without a workflow. An operator may name any user.
query UserContext {
  userContext(userId: "CUST-1", strategy: REACTIVE) {
    location { city country }
    weather { temperatureCelsius summary }
    catFact
    problems { part code message }
  }
}
`,
  },
  {
    query: `# The other workflows, each a run of its own. The same runId again answers with the same run.
mutation StartRuns {
  greet(input: { name: "Ada" }) { ... on GreetPayload { run { id status } } ... on Error { code message } }
  startUserContext(input: { userId: "CUST-1", strategy: SEQUENTIAL }) {
    ... on StartUserContextPayload { run { id status } }
    ... on Error { code message }
  }
  startPayment(input: { orderId: "SHOP-1", customerId: "CUST-1", amount: "20.00" }) {
    ... on StartPaymentPayload { run { id status } }
    ... on Error { code message }
  }
}
`,
  },
  {
    query: `# An order again every minute, three times. Pause, resume, skip and stop it by its id.
mutation StartStandingOrder {
  startStandingOrder(
    input: {
      every: "PT1M"
      times: 3
      order: {
        customerId: "CUST-1"
        customerEmail: "ada@example.com"
        items: [{ sku: "BOOK-001", quantity: 1 }]
        shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
      }
    }
  ) {
    ... on StartStandingOrderPayload { run { id status nextAt } }
    ... on Error { code message }
    ... on InvalidInput { fields { path message } }
  }
}
`,
  },
  {
    query: `# Every change of every run, as it happens.
subscription FollowRuns {
  workflowRunsChanged {
    kind
    run {
      id
      status
      progress
      steps { name status attempt }
      ... on StandingOrder { placed nextAt lastPlacements(first: 1) { number outcome orderId } }
    }
  }
}
`,
  },
];
