import { fulfillment, shipment } from '../domain/index.ts';
import { taskQueue } from './kinds.ts';
import type { Settings } from './setting.ts';

/**
 * The task queues of the engine. Work stays on the queue where it was started, so a renamed queue must be served until
 * it is empty.
 */
export const queues = {
  WAYBILL_ORDERS_QUEUE: {
    is: taskQueue,
    default: fulfillment.taskQueue,
    by: ['gateway', 'worker'],
    aliases: ['ORDER_TASK_QUEUE'],
    means: 'the task queue of orders and of the recovery of lost ones',
  },
  WAYBILL_SHIPPING_QUEUE: {
    is: taskQueue,
    default: shipment.taskQueue,
    by: ['gateway', 'worker'],
    aliases: ['SHIPPING_TASK_QUEUE'],
    means: 'the task queue of shipments; it is stored with the order',
  },
  WAYBILL_AUDIT_QUEUE: {
    is: taskQueue,
    by: ['worker'],
    means:
      'the task queue of the audit and the sweep, served by the workers of the orders; the queue of the orders if absent',
  },
} as const satisfies Settings;
