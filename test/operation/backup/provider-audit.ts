import type { AuditedOrders } from '@waybill/contracts';
import { createProvidersClient } from '@waybill/providers-client';

/** What the providers have done, by order or payment. */
export type Audited = Map<string, AuditedOrders['orders'][number]>;

export async function readProviderAudit(chaosUrl: string): Promise<Audited> {
  const providers = createProvidersClient({ baseUrl: chaosUrl });
  const { orders } = await providers.audit.orders({ first: 1_000 });
  await providers.close();
  return new Map(orders.map((order) => [order.orderId, order]));
}
