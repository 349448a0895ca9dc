export { ordersActivities, shippingActivities } from './activities/index.ts';
export type { Queue } from './settings.ts';
export { openWorkers } from './workers.ts';
