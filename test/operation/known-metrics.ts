import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createGatewayMetrics, reportUsage } from '../../services/gateway/src/assembly/metrics.ts';
import { createOrderMetrics, reportOrders } from '../../services/order-book/src/infrastructure/order-metrics.ts';
import {
  createStatementMetrics,
  reportPool,
  reportReachability,
} from '../../services/platform/src/database/database-metrics.ts';
import { selectorsIn } from './promql.ts';

/** The labels of each series that a process of Waybill exports. */
export type KnownMetrics = ReadonlyMap<string, readonly string[]>;

/** What Prometheus adds to every series that it scrapes; `process` is ours to configure. */
const scrapeLabels = ['job', 'instance', 'process'];

const core = new URL('../../node_modules/@temporalio/core-bridge/sdk-core/crates/', import.meta.url);
const coreSource = ['client/src/metrics.rs', 'common/src/telemetry/metrics.rs', 'sdk-core/src/telemetry/metrics.rs']
  .map((path) => readFileSync(fileURLToPath(new URL(path, core)), 'utf8'))
  .join('\n');

/** What we use of the metrics of Temporal's SDK, whose core counts for every worker. */
const sdkMetrics = {
  request: ['operation', 'namespace'],
  request_failure: ['operation', 'namespace', 'status_code'],
  long_request: ['operation', 'namespace'],
  long_request_failure: ['operation', 'namespace', 'status_code'],
  num_pollers: ['task_queue', 'poller_type'],
  worker_task_slots_available: ['task_queue', 'worker_type'],
  worker_task_slots_used: ['task_queue', 'worker_type'],
  workflow_task_execution_failed: ['task_queue', 'failure_reason'],
  workflow_task_schedule_to_start_latency: ['task_queue'],
  activity_schedule_to_start_latency: ['task_queue'],
  activity_execution_latency: ['task_queue', 'activity_type'],
  activity_execution_failed: ['task_queue', 'activity_type'],
};

/** `reportProcess` and `createAuditMetrics` of the worker tell these through the SDK. */
const workerMetrics = {
  waybill_worker_event_loop_lag: [],
  waybill_worker_resident_memory: [],
  waybill_audit_period_seconds: [],
  waybill_audit_last_pass_timestamp_seconds: [],
  waybill_audit_findings: ['kind'],
};

export function knownMetrics(): KnownMetrics {
  const known = new Map<string, string[]>([['up', scrapeLabels]]);
  for (const { name, type, labelNames } of metricsOf(registryOfAll())) {
    const series = type === 'histogram' ? ['_bucket', '_count', '_sum'].map((suffix) => name + suffix) : [name];
    for (const each of series)
      known.set(each, [...scrapeLabels, ...labelNames, ...(each.endsWith('_bucket') ? ['le'] : [])]);
  }
  for (const [name, labels] of Object.entries(workerMetrics)) known.set(name, [...scrapeLabels, ...labels]);
  for (const [name, labels] of Object.entries(sdkMetrics)) {
    if (!coreSource.includes(`"${name}"`)) throw new Error(`The SDK's core counts no ${name}`);
    const isHistogram = name.endsWith('_latency');
    known.set(`temporal_${name}${isHistogram ? '_seconds_bucket' : ''}`, [
      ...scrapeLabels,
      ...labels,
      ...(isHistogram ? ['le'] : []),
    ]);
  }
  return known;
}

/** The metrics and labels of an expression that are neither exported nor recorded by a rule. */
export function unknownIn(expression: string, known: KnownMetrics, recorded: readonly string[]): string[] {
  const selectors = selectorsIn(expression).filter(({ metric }) => !recorded.includes(metric));
  return selectors.flatMap(({ metric, labels }) => {
    const exported = known.get(metric);
    if (!exported) return [metric];
    return labels.filter((label) => !exported.includes(label)).map((label) => `${metric}{${label}}`);
  });
}

/** The metrics of gateway, order book and providers, made as their processes make them. */
function registryOfAll(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  createStatementMetrics(registry);
  reportPool({ totalCount: 0, idleCount: 0, waitingCount: 0 }, registry);
  reportReachability(async () => true, registry);
  createGatewayMetrics(registry); // those of requests among them
  const none = { size: 0, subscribers: 0 };
  reportUsage({ connections: none, order: none, run: none }, registry);
  createOrderMetrics(registry);
  reportOrders({ counts: async () => ({ byStatus: [], stuck: 0 }) as never }, registry);
  return registry;
}

type Described = { name: string; type: string; labelNames: string[] };

const metricsOf = (registry: Registry) => registry.getMetricsAsArray() as unknown as Described[];
