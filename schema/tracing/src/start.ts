import { context, propagation, TraceFlags, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
} from '@opentelemetry/sdk-trace-node';
import { createContexts } from './contexts.ts';
import { decisionIn } from './decision.ts';
import { createSpanExporter } from './exporter.ts';
import { type Draw, switchTracing } from './switch.ts';

export type TracingSettings = {
  /** Where spans are sent, over OTLP and HTTP. */
  url: string;
  /** The share of the traces that is recorded, from 0 to 1; who decides is the gateway, where they begin. */
  share: number;
};

/** Stopped, it leaves the process as it was: tracing can be started in it again. */
export type Tracing = { stop: () => Promise<void> };

/** At most so many spans wait to be sent; those beyond are dropped. */
const bounds = { maxQueueSize: 2_048, maxExportBatchSize: 256 };

/**
 * Sends spans to a collector. Headers, time-outs and delay are read by the SDK itself, under its own names. Imported only
 * where there is a collector: a process without loads none of this.
 */
export function startTracing(service: string, { url, share }: TracingSettings, chance = Math.random): Tracing {
  const draw = () => chance() < share;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `waybill-${service}` }),
    sampler: new ParentBasedSampler({ root: createRootSampler(draw) }),
    spanProcessors: [new BatchSpanProcessor(createSpanExporter(url), bounds)],
  });
  // No baggage: what a caller writes goes no further.
  provider.register({ propagator: new W3CTraceContextPropagator(), contextManager: createContexts() });
  switchTracing(draw);
  return {
    stop: async () => {
      switchTracing(undefined);
      await provider.shutdown().catch(() => undefined); // a collector that is away keeps nobody
      for (const registered of [trace, propagation, context]) registered.disable();
    },
  };
}

/** A trace as was decided where it began; one that is linked to another as that one was; of the others a share. */
const createRootSampler = (draw: Draw): Sampler => ({
  shouldSample: (context, ...[, , , , [linked]]) => {
    const isRecorded = linked ? isSampled(linked.context) : (decisionIn(context) ?? draw());
    return { decision: isRecorded ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD };
  },
  toString: () => 'decided, linked or drawn',
});

const isSampled = ({ traceFlags }: { traceFlags: number }) => (traceFlags & TraceFlags.SAMPLED) !== 0;
