import type { MetricMeter } from '@temporalio/common';
import { expect, test } from 'vitest';
import type { AuditFindings } from '../src/activities/book-audit.ts';
import { createAuditMetrics } from '../src/telemetry/audit-metrics.ts';

const nothing = { mended: 0, lost: 0, recovered: 0, unanswered: 0, stuck: 0, refused: 0, unbalanced: 0 };

test('a worker exports the time and the findings of its last audit pass', () => {
  const gauges = new Map<string, number>();
  let now = 60_000;
  const { audit } = createAuditMetrics(aMeter(gauges), 300_000, () => now);
  const before = Object.fromEntries(gauges);
  const passed = (found: Partial<AuditFindings>) => audit.passed.fn(undefined as never, { ...nothing, ...found });

  now = 120_000;
  passed({ stuck: 3, lost: 1 });
  passed({ stuck: 2, unbalanced: 1 });

  expect(before).toEqual({ waybill_audit_period_seconds: 300, waybill_audit_last_pass_timestamp_seconds: 60 });
  expect(Object.fromEntries(gauges)).toMatchObject({
    waybill_audit_last_pass_timestamp_seconds: 120,
    'waybill_audit_findings stuck': 2,
    'waybill_audit_findings lost': 0,
    'waybill_audit_findings unbalanced': 1,
  });
});

/** It keeps the newest value of each gauge. */
function aMeter(gauges: Map<string, number>): MetricMeter {
  const createGauge = (name: string) => ({
    set: (value: number, { kind }: { kind?: string } = {}) => void gauges.set(kind ? `${name} ${kind}` : name, value),
  });
  return { createGauge } as unknown as MetricMeter;
}
