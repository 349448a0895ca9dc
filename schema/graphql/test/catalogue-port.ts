import type { Context } from '../src/index.ts';
import { usd } from './an-order.ts';
import type { Reach } from './port-calls.ts';

export const products = [
  { sku: 'MUG', name: 'Mug', prices: [usd(1250), { amountMinor: 1200, currencyCode: 'EUR' }], available: 7 },
  { sku: 'FAN', name: 'Fan', prices: [{ amountMinor: 1500, currencyCode: 'JPY' }], available: 3 },
];

export const createTestCataloguePort = (reach: Reach): Context['catalogue'] => ({
  products: async () => products.map((product) => ({ ...product, asOf: '2026-01-02T03:05:05.000Z' })),
  restock: async (sku, quantity) => {
    reach('restock', sku, quantity);
    return { sku, name: 'Mug', prices: [usd(1250)], available: 7 + quantity, asOf: '2026-01-02T03:05:05.000Z' };
  },
});
