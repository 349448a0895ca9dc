import { type Board, percentiles, rateBy } from './board.ts';

/** Whether the workers keep up with the engine's tasks. */
export const engine: Board = {
  uid: 'waybill-engine',
  title: 'workers and engine',
  rows: [
    {
      title: 'Keeping up',
      panels: [
        {
          title: 'Workflow tasks: time until a worker takes one',
          unit: 's',
          queries: percentiles('temporal_workflow_task_schedule_to_start_latency_seconds', 'task_queue'),
        },
        {
          title: 'Activities: time until a worker takes one',
          unit: 's',
          queries: percentiles('temporal_activity_schedule_to_start_latency_seconds', 'task_queue'),
        },
        {
          title: 'Slots in use',
          unit: 'percentunit',
          queries: [
            {
              expr: 'sum by (task_queue, worker_type) (temporal_worker_task_slots_used) / sum by (task_queue, worker_type) (temporal_worker_task_slots_used + temporal_worker_task_slots_available)',
              legend: '{{task_queue}} {{worker_type}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Work',
      panels: [
        {
          title: 'Activities: time of an attempt',
          unit: 's',
          queries: percentiles('temporal_activity_execution_latency_seconds', 'activity_type'),
        },
        {
          title: 'Failed attempts of activities',
          unit: 'ops',
          queries: [rateBy('activity_type', 'temporal_activity_execution_failed')],
        },
        {
          title: 'Failed workflow tasks: there should be none',
          unit: 'ops',
          queries: [rateBy('failure_reason', 'temporal_workflow_task_execution_failed')],
        },
      ],
    },
    {
      title: 'Calls to the engine',
      panels: [
        { title: 'Calls', unit: 'ops', queries: [rateBy('operation', 'temporal_request')] },
        { title: 'Failed calls', unit: 'ops', queries: [rateBy('operation', 'temporal_request_failure')] },
        {
          title: 'Pollers',
          unit: 'short',
          queries: [
            {
              expr: 'sum by (task_queue, poller_type) (temporal_num_pollers)',
              legend: '{{task_queue}} {{poller_type}}',
            },
          ],
        },
      ],
    },
  ],
};
