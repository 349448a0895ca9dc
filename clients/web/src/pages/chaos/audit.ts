import type { TypedDocument } from '@waybill/client';
import type { Money } from '../../order/money.ts';

export type Audit = {
  asOf: string;
  balanced: boolean;
  problemCount: number;
  problems: readonly { code: string; message: string; orderId: string | null }[];
  captured: readonly Money[];
  refunded: readonly Money[];
  openHolds: readonly Money[];
  stock: readonly { sku: string; initial: number; available: number; reserved: number; shipped: number }[];
};

/** What the providers' books say, and whether they balance; null while the providers are away. */
export const auditDocument = `query Audit {
  audit {
    asOf balanced problemCount
    problems(first: 20) { code message orderId }
    captured { amount currencyCode }
    refunded { amount currencyCode }
    openHolds { amount currencyCode }
    stock { sku initial available reserved shipped }
  }
}` as TypedDocument<{ audit: Audit | null }, Record<string, never>>;
