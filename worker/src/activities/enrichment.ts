import type { StockLine } from '@waybill/contracts/domain';
import type { ProvidersClient } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from './attempt.ts';

type Customer = OrderRef & { customerId: string };
type Stock = OrderRef & { lines: StockLine[] };

/** Optional information about an order, on which nothing depends. */
export const createEnrichmentActivities = ({ customer, inventory }: ProvidersClient) => ({
  readProfile: createProviderActivity(({ orderId, customerId }: Customer, call) =>
    customer.profile({ orderId, customerId }, call),
  ),
  readRecommendations: createProviderActivity(({ orderId, customerId }: Customer, call) =>
    customer.recommendations({ orderId, customerId }, call),
  ),
  checkStock: createProviderActivity(({ lines }: Stock, call) => inventory.check({ lines }, call)),
});

export type EnrichmentActivities = ReturnType<typeof createEnrichmentActivities>;
