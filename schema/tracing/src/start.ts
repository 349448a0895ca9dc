import { TraceFlags } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import { switchTracing } from './switch.ts';

export type TracingSettings = {
  /** Where spans are sent, over OTLP and HTTP. */
  url: string;
  /** The share of the traces that is recorded, from 0 to 1; who decides is the gateway, where they begin. */
  share: number;
};

export type Tracing = { stop: () => Promise<void> };

/** At most so many spans wait to be sent; those beyond are dropped. */
const bounds = { maxQueueSize: 2_048, maxExportBatchSize: 256 };

/**
 * Sends spans to a collector. Headers, time-outs and delay are read by the SDK itself, under its own names. Imported only
 * where there is a collector: a process without loads none of this.
 */
export function startTracing(service: string, { url, share }: TracingSettings): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `waybill-${service}` }),
    sampler: new ParentBasedSampler({ root: createRootSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }), bounds)],
  });
  // No baggage: what a caller writes goes no further.
  provider.register({ propagator: new W3CTraceContextPropagator() });
  switchTracing(true);
  return {
    stop: async () => {
      switchTracing(false);
      await provider.shutdown().catch(() => undefined); // a collector that is away keeps nobody
    },
  };
}

/** A share of the traces; one that is linked to another as that one was. */
function createRootSampler(share: number): Sampler {
  const byShare = new TraceIdRatioBasedSampler(share);
  return {
    shouldSample: (context, traceId, ...[, , , [linked]]) =>
      linked
        ? { decision: isSampled(linked.context) ? recorded : notRecorded }
        : byShare.shouldSample(context, traceId),
    toString: () => `linked or ${byShare}`,
  };
}

const { RECORD_AND_SAMPLED: recorded, NOT_RECORD: notRecorded } = SamplingDecision;
const isSampled = ({ traceFlags }: { traceFlags: number }) => (traceFlags & TraceFlags.SAMPLED) !== 0;
