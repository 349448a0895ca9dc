/** A tab of GraphiQL. */
export type Example = { query: string };

/** Placeholder for the order id of the examples. */
export const exampleOrderId = 'SAMPLE-ORDER-ID';
