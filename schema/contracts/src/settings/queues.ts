import { fulfillment, shipment } from '../domain/index.ts';
import { taskQueue } from './kinds.ts';
import type { Settings } from './setting.ts';

/** The engine's task queues. What was started on a queue stays on it: a queue that is renamed is served until it is empty. */
export const queues = {
  WAYBILL_ORDERS_QUEUE: {
    is: taskQueue,
    default: fulfillment.taskQueue,
    by: ['gateway', 'worker'],
    aliases: ['ORDER_TASK_QUEUE'],
    means: 'where orders, and the recoveries of lost ones, are worked on',
  },
  WAYBILL_SHIPPING_QUEUE: {
    is: taskQueue,
    default: shipment.taskQueue,
    by: ['gateway', 'worker'],
    aliases: ['SHIPPING_TASK_QUEUE'],
    means: 'where their shipments are worked on; it enters with the order',
  },
  WAYBILL_AUDIT_QUEUE: {
    is: taskQueue,
    by: ['worker'],
    means:
      'where the order book is compared with the engine, and the services are swept, by the workers of the orders; among the orders without',
  },
} as const satisfies Settings;
