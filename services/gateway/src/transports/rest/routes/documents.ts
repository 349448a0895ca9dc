// Documents that no method of `@waybill/client` executes.

export const OrderEndingDocument = 'query OrderEnding($id: ID!) { order(id: $id) { revision closedAt } }';
