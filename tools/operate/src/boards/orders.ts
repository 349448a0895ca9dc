import { type Board, percentiles, rateBy } from './board.ts';

/** By the worker whose pass was the last: one that has just started knows when that was, and found nothing itself. */
const found =
  'max by (instance, kind) (waybill_audit_findings) and on (instance) (waybill_audit_last_pass_timestamp_seconds == scalar(max(waybill_audit_last_pass_timestamp_seconds and on (instance) waybill_audit_findings)))';

/** Orders: how many arrive, their outcomes, and where they are stuck. */
export const orders: Board = {
  uid: 'waybill-orders',
  title: 'orders',
  rows: [
    {
      title: 'Outcomes',
      panels: [
        { title: 'Placed, by plan', unit: 'ops', queries: [rateBy('plan', 'waybill_orders_placed_total')] },
        {
          title: 'Closed, by status',
          unit: 'ops',
          queries: [rateBy('status', 'waybill_order_duration_seconds_count')],
        },
        { title: 'Failures, by reason', unit: 'ops', queries: [rateBy('code', 'waybill_order_failures_total')] },
      ],
    },
    {
      title: 'Now',
      panels: [
        {
          title: 'In the book, by status',
          unit: 'short',
          queries: [{ expr: 'max by (status) (waybill_orders)', legend: '{{status}}' }],
        },
        {
          title: 'Stuck',
          unit: 'short',
          queries: [{ expr: 'max(waybill_orders_stuck)', legend: 'need a person' }],
        },
        {
          title: 'Since the last audit',
          unit: 's',
          queries: [
            { expr: 'time() - max(max_over_time(waybill_audit_last_pass_timestamp_seconds[1d]))', legend: 'audited' },
            { expr: '3 * max(waybill_audit_period_seconds)', legend: 'late' },
          ],
        },
        {
          title: 'Found by the last audit, by kind',
          unit: 'short',
          queries: [{ expr: found, legend: '{{kind}}' }],
        },
        {
          title: 'Time to the end, by status',
          unit: 's',
          queries: percentiles('waybill_order_duration_seconds', 'status'),
        },
      ],
    },
    {
      title: 'Steps and compensations',
      panels: [
        { title: 'Time of a step', unit: 's', queries: percentiles('waybill_order_step_duration_seconds', 'step') },
        { title: 'Retries, by step', unit: 'ops', queries: [rateBy('step', 'waybill_order_step_retries_total')] },
        {
          title: 'Compensations',
          unit: 'ops',
          queries: [
            {
              expr: 'sum by (compensation, status) (rate(waybill_order_compensations_total[$__rate_interval]))',
              legend: '{{compensation}} {{status}}',
            },
          ],
        },
      ],
    },
  ],
};
