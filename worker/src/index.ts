export {
  type AskOrder,
  createActivities,
  createAskOrder,
  createBackOffActivities,
  createBookAuditActivities,
  createOrdersActivities,
  createRecoveryActivities,
  createRepairActivities,
  createRunActivities,
  createRunRecoveryActivities,
  createShipmentActivities,
} from './activities/index.ts';
export type { OrderBookSinks } from './activities/order-book.ts';
export { orderBookSinks } from './assembly/order-book-sinks.ts';
export { startWorker } from './assembly/start-worker.ts';
export { openWorkers, runAll } from './assembly/workers.ts';
export type { Queue, WorkerSettings } from './settings.ts';
