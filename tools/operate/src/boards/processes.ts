import { type Board, percentiles, rateBy } from './board.ts';

/** Every process: databases, requests between services, event loops and memory. */
export const processes: Board = {
  uid: 'waybill-processes',
  title: 'processes',
  rows: [
    {
      title: 'Databases',
      panels: [
        {
          title: 'Statements: time',
          unit: 's',
          queries: percentiles('waybill_database_statement_duration_seconds', 'process'),
        },
        {
          title: 'Failed statements',
          unit: 'ops',
          queries: [rateBy('process', 'waybill_database_statement_duration_seconds_count{outcome="error"}')],
        },
        {
          title: 'Connections',
          unit: 'short',
          queries: [
            {
              expr: 'sum by (process, state) (waybill_database_pool_connections)',
              legend: '{{process}} {{state}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Services',
      panels: [
        {
          title: 'Requests to order book and providers: time',
          unit: 's',
          queries: percentiles('waybill_http_request_duration_seconds', 'process', '{process!="gateway"}'),
        },
        {
          title: 'Requests to order book and providers that fail',
          unit: 'ops',
          queries: [
            rateBy('process', 'waybill_http_request_duration_seconds_count{process!="gateway", status=~"5.."}'),
          ],
        },
        {
          title: 'Up',
          unit: 'short',
          queries: [{ expr: 'sum by (process) (up{job="waybill"})', legend: '{{process}}' }],
        },
      ],
    },
    {
      title: 'Node',
      panels: [
        {
          title: 'Event loop: the slowest hundredth',
          unit: 's',
          queries: [
            { expr: 'nodejs_eventloop_lag_p99_seconds{job="waybill"}', legend: '{{process}} {{instance}}' },
            { expr: 'waybill_worker_event_loop_lag', legend: '{{process}} {{instance}}' },
          ],
        },
        {
          title: 'Memory',
          unit: 'bytes',
          queries: [
            { expr: 'process_resident_memory_bytes{job="waybill"}', legend: '{{process}} {{instance}}' },
            { expr: 'waybill_worker_resident_memory', legend: '{{process}} {{instance}}' },
          ],
        },
        {
          title: 'CPU: cores in use',
          unit: 'short',
          queries: [rateBy('process', 'process_cpu_seconds_total{job="waybill"}')],
        },
      ],
    },
  ],
};
