import { bound, runningContext, tracedSince } from '@waybill/tracing';
import type pg from 'pg';
import { operationOf } from './database-metrics.ts';

type Ended = (outcome: 'ok' | 'error') => void;

/** Records a statement that is part of a trace as a span, with its first word and no other text. */
export function traceStatement(text: string): Ended | undefined {
  const within = runningContext();
  if (!within) return undefined;
  const startedAt = Date.now();
  const name = operationOf(text);
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': name };
  return (outcome) => tracedSince(startedAt, { name, kind: 'client', attributes, within }, outcome === 'error');
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * A waiting caller gets a connection in the async context of the caller that releases it, so the trace context is
 * restored.
 */
export function keepContext(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as (then?: Connected) => unknown;
  pool.connect = ((then?: Connected) => (then ? connect(bound(then)) : connect())) as pg.Pool['connect'];
}
