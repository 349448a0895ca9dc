import { createCounter, createRequestMetrics, type ObserveRequest } from '@waybill/platform';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ObserveFault } from '../execution/error-masking.ts';
import type { ObserveOperation } from '../execution/operation-log.ts';
import type { ObserveVerdict } from '../ports/verdict-time.ts';

export type GatewayMetrics = {
  observeRequest: ObserveRequest;
  observeOperation: ObserveOperation;
  observeFault: ObserveFault;
  observeVerdict: ObserveVerdict;
};

/** The metrics of a gateway's work. */
export function createGatewayMetrics(registry: Registry): GatewayMetrics {
  const registers = [registry];
  const countOperation = createCounter(registry, {
    name: 'waybill_graphql_operations_total',
    help: 'Operations that were executed, by their root field',
    labelNames: ['type', 'field'],
  });
  const faults = new Counter({
    name: 'waybill_graphql_faults_total',
    help: 'Errors that were not the fault of the caller',
    labelNames: ['code'],
    registers,
  });
  const verdicts = new Histogram({
    name: 'waybill_verdict_duration_seconds',
    help: 'Time from sending a command until its verdict, or until its caller was told to ask later',
    labelNames: ['command', 'outcome'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  return {
    observeRequest: createRequestMetrics(registry),
    observeOperation: (type, field) => countOperation([type, field]),
    observeFault: (code) => faults.inc({ code }),
    observeVerdict: (command, outcome, seconds) => verdicts.observe({ command, outcome }, seconds),
  };
}

type Held = { readonly size: number };
type Watched = Held & { readonly subscribers: number };

/** Reports what the clients of a gateway keep open, at each scrape. */
export function reportUsage(held: { connections: Held; order: Watched; run: Watched }, registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: 'waybill_gateway_connections',
    help: 'WebSockets and event streams that are open',
    registers,
    collect() {
      this.set(held.connections.size);
    },
  });
  new Gauge({
    name: 'waybill_gateway_watches',
    help: 'Orders and runs that are watched, each once for all of its subscribers',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const kind of kinds) this.set({ kind }, held[kind].size);
    },
  });
  new Gauge({
    name: 'waybill_gateway_subscribers',
    help: 'Subscribers to orders and runs',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const kind of kinds) this.set({ kind }, held[kind].subscribers);
    },
  });
}

const kinds = ['order', 'run'] as const;
