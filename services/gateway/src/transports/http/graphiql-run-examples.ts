import { type Example, exampleOrderId } from './graphiql-example.ts';

/** The other workflows: starting, following, refunding and cancelling a run, and the commands to a standing order. */
export const runExamples: Example[] = [
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
  startPayment(
    input: { runId: "RUN-${exampleOrderId}", orderId: "SHOP-1", customerId: "CUST-1", amount: "20.00", cancellableFor: "PT15M" }
  ) {
    ... on StartPaymentPayload { run { id status } }
    ... on Error { code message }
  }
}
`,
  },
  {
    query: `# The payment as it is, then after every change; completes when it is closed. Runs of other kinds are followed in the same way.
subscription FollowRun {
  workflowRunChanged(id: "RUN-${exampleOrderId}") {
    kind
    status
    progress
    steps { name status attempt error { code message } }
    availableActions
    ... on PaymentRun { payment { status captured { amount } refunded { amount } } refundable { amount currencyCode } }
  }
}
`,
  },
  {
    query: `# Gives a part of the payment back; without an amount, all that is left. This also works for a payment that is closed.
mutation RefundPayment {
  refundPayment(input: { id: "RUN-${exampleOrderId}", commandId: "refund-1", amount: "5.00", reason: "One was broken" }) {
    ... on RefundPaymentPayload { run { id status refundable { amount currencyCode } } }
    ... on Error { code message }
    ... on InvalidInput { fields { path message } }
  }
}
`,
  },
  {
    query: `# Cancels whatever runs, an order or a run of any kind; a payment gives back what it has taken.
mutation CancelWorkflow {
  cancelWorkflow(input: { id: "RUN-${exampleOrderId}", reason: "No longer wanted" }) {
    ... on CancelWorkflowPayload { workflow { id } }
    ... on Error { code message }
  }
}
`,
  },
  {
    query: `# An order again every minute, three times, the first of them now.
mutation StartStandingOrder {
  startStandingOrder(
    input: {
      runId: "STO-${exampleOrderId}"
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
    ... on StartStandingOrderPayload { run { id status nextAt lastPlacements { number outcome orderId } } }
    ... on Error { code message }
    ... on InvalidInput { fields { path message } }
  }
}
`,
  },
  {
    query: `# Commands to a standing order: skip its next period, pause it, resume it, stop it.
mutation Skip {
  skipStandingOrder(input: { id: "STO-${exampleOrderId}", note: "Nobody is at home" }) { ...Standing }
}

mutation Pause {
  pauseStandingOrder(input: { id: "STO-${exampleOrderId}", note: "On holiday" }) { ...Standing }
}

mutation Resume {
  resumeStandingOrder(input: { id: "STO-${exampleOrderId}" }) { ...Standing }
}

mutation Stop {
  stopStandingOrder(input: { id: "STO-${exampleOrderId}" }) { ...Standing }
}

fragment Standing on StandingOrderCommandResult {
  ... on StandingOrderCommandPayload { run { id status nextAt placed skipped availableActions } }
  ... on Error { code message }
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
