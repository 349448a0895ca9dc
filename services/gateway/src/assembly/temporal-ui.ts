import { fulfillment, runWorkflows } from '@waybill/contracts/domain';
import type { SettingsOf } from '@waybill/contracts/settings';

/** The page of an order's workflow in the engine's UI. */
export function createTemporalUiLink({
  WAYBILL_TEMPORAL_UI_URL: ui,
  TEMPORAL_NAMESPACE: namespace,
}: SettingsOf<'gateway'>) {
  return ui ? linkWith(ui, namespace, fulfillment.idFor) : undefined;
}

/** The same for a run. */
export function createRunUiLink({ WAYBILL_TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace }: SettingsOf<'gateway'>) {
  return ui ? linkWith(ui, namespace, runWorkflows.idFor) : undefined;
}

const linkWith = (ui: string, namespace: string, workflowIdOf: (id: string) => string) => (id: string) =>
  `${ui}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowIdOf(id))}`;
