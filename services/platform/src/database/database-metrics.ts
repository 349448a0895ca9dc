import type pg from 'pg';
import { Gauge, Histogram, type Registry } from 'prom-client';
import { inTime } from '../process/in-time.ts';

/** A statement that has ended: its first word, and how. */
export type ObserveStatement = (text: string, outcome: 'ok' | 'error', startedAt: number) => void;

/** Counts and times the statements of a service. */
export function createStatementMetrics(registry: Registry): ObserveStatement {
  const duration = new Histogram({
    name: 'waybill_database_statement_duration_seconds',
    help: 'Time from sending a statement to its result',
    labelNames: ['operation', 'outcome'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 10],
    registers: [registry],
  });
  return (text, outcome, startedAt) =>
    duration.observe({ operation: operationOf(text), outcome }, (performance.now() - startedAt) / 1_000);
}

const operations = ['select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback'];

export function operationOf(text: string): string {
  const word = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? '';
  return operations.includes(word) ? word : 'other';
}

/** Reports the connections of a pool at each scrape. */
export function reportPool(pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>, registry: Registry): void {
  new Gauge({
    name: 'waybill_database_pool_connections',
    help: 'Connections to the database, and callers that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}

/** Reports at each scrape whether the database answers. */
export function reportReachability(reachable: () => Promise<boolean>, registry: Registry): void {
  const isReachable = inTime(reachable);
  new Gauge({
    name: 'waybill_database_reachable',
    help: 'Whether the database answers, 1 or 0',
    registers: [registry],
    async collect() {
      this.set((await isReachable()) ? 1 : 0);
    },
  });
}
