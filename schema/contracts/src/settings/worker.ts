import { count, countBetween, onOff, path, positiveDuration, someOf, text } from './kinds.ts';
import type { Settings } from './setting.ts';

export const worker = {
  WAYBILL_WORKER_QUEUES: {
    is: someOf('orders', 'shipping'),
    default: 'orders,shipping',
    by: ['worker'],
    means: 'the task queues that one worker process serves',
  },
  WAYBILL_WORKER_IDENTITY: { is: text, by: ['worker'], means: "the worker's name in the engine's UI" },
  WAYBILL_WORKER_ACTIVITIES: { is: count, default: '100', by: ['worker'], means: 'concurrent activities' },
  WAYBILL_WORKER_WORKFLOW_TASKS: {
    is: countBetween(2, 2_147_483_647), // the SDK polls for new tasks and for those of its cache, one each at least
    default: '10', // each task that has begun waits for the CPU: with 40, changes were seen three times as late under load
    by: ['worker'],
    means: 'concurrent workflow tasks, two or more; more of them for an engine that is far away',
  },
  WAYBILL_WORKER_GRACE: {
    is: positiveDuration,
    default: 'PT1S',
    by: ['worker'],
    means: 'how long a stopping worker lets activities finish before it cancels them; they are then retried elsewhere',
  },
  WAYBILL_WORKFLOW_BUNDLE: {
    is: path,
    by: ['worker'],
    means:
      'the workflow bundle that `node --import tsx worker/src/bundle.ts FILE` has written; built at each start if absent',
  },
  WAYBILL_WORKER_DEPLOYMENT: {
    is: text,
    default: 'waybill',
    by: ['worker'],
    aliases: ['TEMPORAL_DEPLOYMENT_NAME'],
    means: 'its worker deployment',
  },
  WAYBILL_WORKER_BUILD_ID: {
    is: text,
    default: 'development',
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    aliases: ['TEMPORAL_WORKER_BUILD_ID'],
    means: 'the build id that it reports; each log line of any process has the build id of that process',
  },
  WAYBILL_WORKER_VERSIONING: {
    is: onOff,
    default: 'off',
    by: ['worker'],
    means:
      '`on` lets the engine route tasks by build id: a worker gets none until its build is current or ramping (docs/operation.md, Builds of workers)',
  },
  WAYBILL_AUDIT_EVERY: {
    is: positiveDuration,
    default: 'PT5M',
    by: ['worker'],
    means: 'how often the order book is compared with the engine',
  },
  WAYBILL_LABEL_HEARTBEAT: {
    is: positiveDuration,
    default: 'PT5S',
    underStart: 'PT1S', // people watch there: a label's percent moves once a second
    by: ['worker'],
    means: 'the interval at which the creation of a label reports its progress',
  },
} as const satisfies Settings;
