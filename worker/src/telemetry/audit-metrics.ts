import type { MetricMeter } from '@temporalio/common';
import type { InjectedSinks } from '@temporalio/worker';
import type { AuditFindings, AuditSinks } from '../activities/book-audit.ts';
import type { LastAudit } from './last-audit.ts';

/**
 * Exports when the last pass of the audit ended, and what it found: each worker its own passes, and when it starts the
 * last one that the engine has. So the newest value of all workers is the system's last pass.
 */
export function createAuditMetrics(meter: MetricMeter, everyMs: number, now = Date.now) {
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
    'When the last audit of the books ended, as far as this worker knows; before the first, when it was scheduled',
  );
  const findings = meter.createGauge('waybill_audit_findings', 'int', '', 'What the last audit of the books found');
  period.set(everyMs / 1_000);

  let newest = 0;
  const ended = (ms: number, found: AuditFindings | undefined) => {
    newest = Math.max(newest, ms);
    lastPass.set(newest / 1_000);
    for (const [kind, count] of Object.entries(found ?? {})) findings.set(count, { kind });
  };
  return {
    /** Receives the passes at this worker. */
    sinks: {
      audit: { passed: { fn: (_, found) => ended(now(), found), callDuringReplay: false } },
    } satisfies InjectedSinks<AuditSinks>,
    /** Exports the last pass at any worker, unless one at this worker has ended since. */
    restore: ({ endedAt, found }: LastAudit) => {
      if (endedAt.getTime() >= newest) ended(endedAt.getTime(), found);
    },
  };
}
