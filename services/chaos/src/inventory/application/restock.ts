import type { Product, RestockRequest } from '@waybill/contracts';
import { unknownSku } from '../domain/reservation.ts';
import type { InventoryDeps } from './decision.ts';

export const restock =
  ({ stock }: Pick<InventoryDeps, 'stock'>) =>
  async ({ sku, quantity }: RestockRequest): Promise<Product> => {
    const product = await stock.product(sku);
    if (!product) throw unknownSku(sku);
    stock.restock(product, quantity);
    return { ...product, available: product.available + quantity };
  };
