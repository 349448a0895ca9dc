// Documents that no method of `@waybill/client` executes.

export const OrderEndingDocument = 'query OrderEnding($id: ID!) { order(id: $id) { revision closedAt } }';

export const RunEndingDocument = 'query RunEnding($id: ID!) { workflowRun(id: $id) { revision closedAt } }';

export const OrderStatusDocument = `query OrderStatus($id: ID!) {
  order(id: $id) {
    id status progress currentStep health approvalDeadline availableActions
    failure { code message step }
    revision updatedAt closedAt
  }
}`;

export const OrderProgressDocument = `query OrderProgress($id: ID!) {
  order(id: $id) { id progress currentStep steps { name status attempt percent } }
}`;

export const OrderStepsDocument = `query OrderSteps($id: ID!) {
  order(id: $id) {
    steps {
      name status attempt maxAttempts percent startedAt finishedAt nextAttemptAt detail
      error { code message }
    }
  }
}`;

export const OrderItemsDocument = `query OrderItems($id: ID!) {
  order(id: $id) {
    items { sku name quantity unitPrice { amount currencyCode } lineTotal { amount currencyCode } }
  }
}`;

export const RunStatusDocument = `query RunStatus($id: ID!) {
  workflowRun(id: $id) {
    id kind status progress health availableActions
    failure { code message step }
    revision startedAt closedAt
  }
}`;

export const RunProgressDocument = `query RunProgress($id: ID!) {
  workflowRun(id: $id) { id progress status steps { name status attempt } }
}`;

export const AuditDocument = `query Audit {
  audit {
    balanced
    problemCount
    problems { code message orderId }
    settled { orderId undoes settledBy note at }
    openHolds { amount currencyCode }
    captured { amount currencyCode }
    refunded { amount currencyCode }
    stock { sku available reserved }
    asOf
  }
}`;

const history = `history(after: $after, first: $first, newestFirst: $newestFirst) {
  nodes { id at type step detail }
  pageInfo { hasNextPage endCursor }
}`;

const pageOfHistory = '$id: ID!, $after: Cursor, $first: Int, $newestFirst: Boolean';

export const OrderHistoryDocument = `query OrderHistory(${pageOfHistory}) { order(id: $id) { ${history} } }`;

export const RunHistoryDocument = `query RunHistory(${pageOfHistory}) { workflowRun(id: $id) { ${history} } }`;
