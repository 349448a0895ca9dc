import type { MetricMeter } from '@temporalio/common';
import { expect, test } from 'vitest';
import type { AuditFindings } from '../src/activities/book-audit.ts';
import { createAuditMetrics } from '../src/telemetry/audit-metrics.ts';

const nothing = { mended: 0, lost: 0, recovered: 0, unanswered: 0, stuck: 0, refused: 0, unbalanced: 0 };
const lastPass = 'waybill_audit_last_pass_timestamp_seconds';

test('a worker exports the time and the findings of its last audit pass', () => {
  const { gauges, metrics, at } = aWorker();
  const passed = (found: Partial<AuditFindings>) =>
    metrics.sinks.audit.passed.fn(undefined as never, { ...nothing, ...found });

  at(120);
  passed({ stuck: 3, lost: 1 });
  passed({ stuck: 2, unbalanced: 1 });

  expect(Object.fromEntries(gauges)).toMatchObject({
    waybill_audit_period_seconds: 300,
    [lastPass]: 120,
    'waybill_audit_findings stuck': 2,
    'waybill_audit_findings lost': 0,
    'waybill_audit_findings unbalanced': 1,
  });
});

test('a worker that starts says nothing of the last audit until it knows when that was', () => {
  const { gauges, metrics } = aWorker();
  const before = gauges.get(lastPass);

  metrics.restore({ endedAt: new Date(30_000) });

  expect([before, gauges.get(lastPass)]).toEqual([undefined, 30]);
});

test('a worker that starts exports what the last audit found, at whichever worker that was', () => {
  const { gauges, metrics } = aWorker();

  metrics.restore({ endedAt: new Date(30_000), found: { ...nothing, stuck: 2 } });

  expect(Object.fromEntries(gauges)).toMatchObject({
    [lastPass]: 30,
    'waybill_audit_findings stuck': 2,
    'waybill_audit_findings lost': 0,
  });
});

test('a pass of its own is not set back by an older one that the engine lists', () => {
  const { gauges, metrics, at } = aWorker();

  at(120);
  metrics.sinks.audit.passed.fn(undefined as never, nothing);
  metrics.restore({ endedAt: new Date(30_000), found: { ...nothing, stuck: 2 } });

  expect([gauges.get(lastPass), gauges.get('waybill_audit_findings stuck')]).toEqual([120, 0]);
});

/** The metrics of a worker that has just started, at the 60th second. */
function aWorker() {
  const gauges = new Map<string, number>();
  let now = 60_000;
  return {
    gauges,
    metrics: createAuditMetrics(aMeter(gauges), 300_000, () => now),
    at: (seconds: number) => {
      now = seconds * 1_000;
    },
  };
}

/** It keeps the newest value of each gauge. */
function aMeter(gauges: Map<string, number>): MetricMeter {
  const createGauge = (name: string) => ({
    set: (value: number, { kind }: { kind?: string } = {}) => void gauges.set(kind ? `${name} ${kind}` : name, value),
  });
  return { createGauge } as unknown as MetricMeter;
}
