import { fulfillment } from '@waybill/contracts/domain';
import type { SettingsOf } from '@waybill/contracts/settings';

/** The page of an order's workflow in the engine's UI. */
export function createTemporalUiLink({
  WAYBILL_TEMPORAL_UI_URL: ui,
  TEMPORAL_NAMESPACE: namespace,
}: SettingsOf<'gateway'>) {
  return ui
    ? (orderId: string) => `${ui}/namespaces/${namespace}/workflows/${encodeURIComponent(fulfillment.idFor(orderId))}`
    : undefined;
}
