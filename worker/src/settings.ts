import type { SettingsOf } from '@waybill/contracts/settings';

/** The settings of a worker, read from its environment. */
export type WorkerSettings = SettingsOf<'worker'>;
export type Queue = WorkerSettings['WAYBILL_WORKER_QUEUES'][number];

/** The queue of the audit: that of the orders, unless set otherwise. */
const auditQueueIn = ({ WAYBILL_AUDIT_QUEUE: audit, WAYBILL_ORDERS_QUEUE: orders }: WorkerSettings) => audit ?? orders;

/** The interval and the queue of the audit; undefined for a process that does not serve orders. */
export const auditFrom = (settings: WorkerSettings) =>
  settings.WAYBILL_WORKER_QUEUES.includes('orders')
    ? { everyMs: settings.WAYBILL_AUDIT_EVERY, taskQueue: auditQueueIn(settings) }
    : undefined;

/** The settings of its activities. */
export const activitySettingsFrom = (settings: WorkerSettings) => ({
  labelHeartbeatMs: settings.WAYBILL_LABEL_HEARTBEAT,
  taskQueue: settings.WAYBILL_ORDERS_QUEUE,
  shippingQueue: settings.WAYBILL_SHIPPING_QUEUE,
});

/** The task queues that a process serves, and which of its activities it offers there. */
export function servedBy(settings: WorkerSettings): [taskQueue: string, queue: Queue][] {
  const served = new Map<string, Queue>();
  const { WAYBILL_WORKER_QUEUES: roles, WAYBILL_ORDERS_QUEUE: orders, WAYBILL_SHIPPING_QUEUE: shipping } = settings;
  if (roles.includes('orders')) served.set(orders, 'orders').set(auditQueueIn(settings), 'orders');
  if (roles.includes('shipping')) served.set(shipping, 'shipping');
  return [...served];
}
