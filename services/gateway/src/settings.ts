import { Duration } from '@waybill/contracts';
import { fulfillment } from '@waybill/contracts/words';
import { z } from 'zod';
import { AccessSettings } from './auth/access.ts';
import { LimitSettings } from './limits/limits.ts';

export const Settings = z.object({
  WAYBILL_GATEWAY_HOST: z.string().default('127.0.0.1'),
  WAYBILL_GATEWAY_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  WAYBILL_CHAOS_URL: z.url().default('http://127.0.0.1:3001'),
  WAYBILL_ORDER_BOOK_URL: z.url().default('http://127.0.0.1:3002'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** Where the engine's own UI is; without it operators get no links. */
  WAYBILL_TEMPORAL_UI_URL: z.url().optional(),
  /** How long a command's caller waits for the order's verdict. */
  WAYBILL_VERDICT_TIMEOUT: z.string().default('PT5S').pipe(Duration),
  ...AccessSettings,
  ...LimitSettings,
});

/** The page of an order's workflow in the engine's UI. */
export function linksTo({ WAYBILL_TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace }: z.output<typeof Settings>) {
  return ui
    ? (orderId: string) => `${ui}/namespaces/${namespace}/workflows/${encodeURIComponent(fulfillment.idFor(orderId))}`
    : undefined;
}
