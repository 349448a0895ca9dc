import type { OrderItem } from '@waybill/contracts/domain';
import type { ProvidersClient } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from './attempt.ts';

type Wanted = OrderRef & Pick<OrderItem, 'sku' | 'quantity'> & { currencyCode: string };

/** The activity that reads the catalogue. */
export const createCatalogueActivities = ({ inventory }: ProvidersClient) => ({
  /** The item at the catalogue's price; null where there is no such product in the currency. */
  priceItem: createProviderActivity(async ({ sku, quantity, currencyCode }: Wanted, call) => {
    const product = (await inventory.catalogue({}, call)).find((listed) => listed.sku === sku);
    const unitPrice = product?.prices.find((price) => price.currencyCode === currencyCode);
    const item: OrderItem | null = product && unitPrice ? { sku, name: product.name, quantity, unitPrice } : null;
    return { item };
  }),
});

export type CatalogueActivities = ReturnType<typeof createCatalogueActivities>;
