import type { MetricMeter } from '@temporalio/common';
import type { InjectedSinks } from '@temporalio/worker';
import type { AuditSinks } from '../activities/book-audit.ts';

/**
 * Tells how long ago a pass of the audit ended at this worker, and what it found; until one does, since when there could have
 * been one. Each worker tells of its own passes: the newest is the last.
 */
export function createAuditMetrics(meter: MetricMeter, everyMs: number, now = Date.now): InjectedSinks<AuditSinks> {
  const period = meter.createGauge(
    'waybill_audit_period_seconds',
    'float',
    '',
    'How often the books are to be audited',
  );
  const lastPass = meter.createGauge(
    'waybill_audit_last_pass_timestamp_seconds',
    'float',
    '',
    'When the last audit of the books was over; before the first, when this worker started',
  );
  const findings = meter.createGauge('waybill_audit_findings', 'int', '', 'What the last audit of the books found');
  period.set(everyMs / 1_000);
  lastPass.set(now() / 1_000);

  return {
    audit: {
      passed: {
        fn: (_, found) => {
          lastPass.set(now() / 1_000);
          for (const [kind, count] of Object.entries(found)) findings.set(count, { kind });
        },
        callDuringReplay: false,
      },
    },
  };
}
