import type { Registry } from 'prom-client';
import { createHistogram } from './histogram.ts';

/** `route` is the pattern of a path, never the path: that may name an order. */
export type AnsweredRequest = { method: string; route: string; status: number; startedAt: number };

export type ObserveRequest = (request: AnsweredRequest) => void;

/** Counts and times the requests that a service answers. */
export function createRequestMetrics(registry: Registry): ObserveRequest {
  const observe = createHistogram(registry, {
    name: 'waybill_http_request_duration_seconds',
    help: 'Time from the headers of a request to its response',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  });
  return ({ method, route, status, startedAt }) =>
    observe([knownMethod(method), route, `${status}`], (performance.now() - startedAt) / 1_000);
}

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];

/** Node accepts dozens of methods; those that nothing here answers share a series. */
const knownMethod = (method: string) => (methods.includes(method) ? method : 'OTHER');
