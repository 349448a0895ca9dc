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
export { orderBookSinks } from './order-book-sinks.ts';
export type { Queue, WorkerSettings } from './settings.ts';
export { startWorker } from './start-worker.ts';
export { openWorkers, runAll } from './workers.ts';
