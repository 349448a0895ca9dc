/** A quantity of one product. All lines of an order that name the same product are one stock line. */
export type StockLine = { sku: string; quantity: number };
