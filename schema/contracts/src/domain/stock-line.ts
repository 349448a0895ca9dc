/** A quantity of one product. The lines of an order with the same product form one stock line. */
export type StockLine = { sku: string; quantity: number };
