import type { ProvidersClient } from '@waybill/providers-client';
import { providerActivity, type Which } from './attempted.ts';

type Customer = Which & { customerId: string };
type Stock = Which & { lines: { sku: string; quantity: number }[] };

/** What is nice to know of an order, and nothing depends on. */
export const enrichmentActivities = ({ customer, inventory }: ProvidersClient) => ({
  readProfile: providerActivity(({ orderId, customerId }: Customer, call) =>
    customer.profile({ orderId, customerId }, call),
  ),
  readRecommendations: providerActivity(({ orderId, customerId }: Customer, call) =>
    customer.recommendations({ orderId, customerId }, call),
  ),
  checkStock: providerActivity(({ lines }: Stock, call) => inventory.check({ lines }, call)),
});

export type EnrichmentActivities = ReturnType<typeof enrichmentActivities>;
