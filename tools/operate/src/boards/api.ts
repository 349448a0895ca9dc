import { type Board, percentiles, rateBy } from './board.ts';

/** Operations of clients, their duration, and open connections. */
export const api: Board = {
  uid: 'waybill-api',
  title: 'API',
  rows: [
    {
      title: 'Operations',
      panels: [
        {
          title: 'Operations, by root field',
          unit: 'ops',
          queries: [rateBy('field', 'waybill_graphql_operations_total')],
        },
        { title: 'Faults, by code', unit: 'ops', queries: [rateBy('code', 'waybill_graphql_faults_total')] },
        {
          title: 'Error budget: share of faults',
          unit: 'percentunit',
          queries: ['5m', '1h', '6h'].map((window) => ({
            expr: `waybill:graphql_faults:ratio_rate${window}`,
            legend: window,
          })),
        },
      ],
    },
    {
      title: 'Latency',
      panels: [
        {
          title: 'Requests of the gateway, by route',
          unit: 's',
          queries: percentiles('waybill_http_request_duration_seconds', 'route', '{process="gateway"}'),
        },
        {
          title: 'Verdicts, by command',
          unit: 's',
          queries: percentiles('waybill_verdict_duration_seconds', 'command'),
        },
        {
          title: 'Requests of the gateway, by status',
          unit: 'ops',
          queries: [rateBy('status', 'waybill_http_request_duration_seconds_count{process="gateway"}')],
        },
      ],
    },
    {
      title: 'Watching',
      panels: [
        {
          title: 'Sockets and event streams',
          unit: 'short',
          queries: [{ expr: 'waybill_gateway_connections', legend: '{{instance}}' }],
        },
        {
          title: 'Subscribers',
          unit: 'short',
          queries: [{ expr: 'sum by (kind) (waybill_gateway_subscribers)', legend: '{{kind}}' }],
        },
        {
          title: 'Watches, one for all subscribers of an order or run',
          unit: 'short',
          queries: [{ expr: 'sum by (kind) (waybill_gateway_watches)', legend: '{{kind}}' }],
        },
      ],
    },
  ],
};
