import type { CheckRequest, StockCheck } from '@waybill/contracts';
import type { InventoryDeps } from './decision.ts';

export const check =
  ({ stock }: Pick<InventoryDeps, 'stock'>) =>
  async ({ lines }: CheckRequest): Promise<StockCheck> => {
    const inStock = await stock.available(lines.map(({ sku }) => sku));
    return {
      lines: lines.map(({ sku, quantity }) => {
        const available = inStock.get(sku) ?? 0;
        return { sku, requested: quantity, available, sufficient: quantity <= available };
      }),
    };
  };
