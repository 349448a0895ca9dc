import type { MetricMeter } from '@temporalio/common';
import type { InjectedSinks } from '@temporalio/worker';
import type { AuditSinks } from '../activities/book-audit.ts';

/**
 * Exports when the last pass of the audit at this worker ended, and what it found; before the first pass, when the worker
 * started. Each worker exports its own passes, so the newest value is the system's last pass.
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
