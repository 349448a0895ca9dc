export type * from './new-order.ts';
export { addressOf, parseOrder } from './parse-order.ts';
export { amountIn, type PriceRule, priceItem } from './price-item.ts';
export { requestFrom, templateOf } from './template.ts';
