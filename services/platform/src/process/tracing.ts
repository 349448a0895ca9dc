import type { SettingsOf } from '@waybill/contracts/settings';
import type { Tracing, TracingSettings } from '@waybill/tracing/start';

type Settings = Pick<SettingsOf<'gateway'>, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_TRACES_SAMPLER_ARG'>;

/** The trace collector of a process; undefined without tracing. */
export const tracingFrom = ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_TRACES_SAMPLER_ARG: share,
}: Settings): TracingSettings | undefined => (endpoint ? { url: `${endpoint}/v1/traces`, share } : undefined);

/** Must be called before anything that creates spans. */
export async function openTracing(service: string, settings: Settings): Promise<Tracing> {
  const tracing = tracingFrom(settings);
  if (!tracing) return { stop: async () => undefined };
  const { startTracing } = await import('@waybill/tracing/start');
  return startTracing(service, tracing);
}
