import type { Waybill } from '@waybill/client';
import type { Evidence, Invariant } from '../orders/inspection.ts';

/** What the operators' audit shows; undefined where it cannot be had. */
export type Audit = Awaited<ReturnType<Waybill['audit']>>;

/** Once all is over the audit has no problem, and shows what a person has settled: each, and nothing else. */
export function inspectAudit(audit: Audit, evidence: readonly Evidence[]): Invariant {
  const settled = evidence.flatMap(({ seen: { orderId }, booked }) =>
    (booked?.order.compensations ?? [])
      .filter(({ settledBy }) => settledBy !== undefined)
      .map(({ undoes }) => `${orderId}: ${undoes}`),
  );
  const shown = (audit?.settled ?? []).map(({ orderId, undoes }) => `${orderId}: ${undoes}`);
  const differing = [
    ...settled.filter((one) => !shown.includes(one)),
    ...shown.filter((one) => !settled.includes(one)),
  ];
  return {
    name: 'the audit has no problem, and shows what was settled by hand',
    violations: audit
      ? [...audit.problems.map(({ code, orderId }) => `${code}: ${orderId}`), ...differing]
      : ['there is none'],
  };
}
