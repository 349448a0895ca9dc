import { type Example, exampleOrderId } from './graphiql-example.ts';
import { operatorExamples } from './graphiql-operator-examples.ts';
import { runExamples } from './graphiql-run-examples.ts';

const orderExamples: Example[] = [
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
    query: `# The order waits for this. With a commandId the same mutation again is the same command, answered as before.
mutation ApproveOrder {
  approveOrder(input: { orderId: "${exampleOrderId}", note: "Looks fine" }) {
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
];

/** The tabs that GraphiQL opens with; each example runs as it is. */
export const examples: Example[] = [...orderExamples, ...operatorExamples, ...runExamples];
