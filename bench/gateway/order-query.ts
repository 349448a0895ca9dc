/** The query of a client that shows an order. */
export const orderQuery = (id: string): string =>
  `{ order(id: "${id}") { id status progress currentStep revision total { amount currencyCode } items { sku name quantity unitPrice { amount } lineTotal { amount } } shippingAddress { street city zip country } steps { name status attempt } } }`;
