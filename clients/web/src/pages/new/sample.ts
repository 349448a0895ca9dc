import type { Draft } from './draft.ts';
import type { Product } from './products/product.ts';

const address = { street: '1 First Street', city: 'London', state: '', zip: 'N1 7AA', country: 'GB' };

/** Fills what is empty in a draft, so that it can be placed as it is; its address is replaced as a whole. */
export const filledIn = (draft: Draft, [product]: readonly Product[]): Draft => ({
  ...draft,
  ...address,
  customerId: draft.customerId || 'ada',
  customerEmail: draft.customerEmail || 'ada@example.com',
  lines: draft.lines.length > 0 || !product ? draft.lines : [{ sku: product.sku, quantity: 1 }],
});
