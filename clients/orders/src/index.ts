export type { RunningWork } from '@waybill/contracts/domain';
export { connectOrders, type EngineAddress } from './connect.ts';
export { type EngineConnection, engineConnectionFrom } from './engine/engine-connection.ts';
export { tracedEngine } from './engine/engine-spans.ts';
export {
  EngineUnavailable,
  LongPollRefused,
  NotAnswering,
  NotRunning,
  PayloadKeyMissing,
  PayloadUnreadable,
  PaymentReferenceConflict,
  StartConflict,
  unreadableWorkflow,
} from './engine/errors.ts';
export { createPayloadCodec, dataConverterFrom } from './engine/payload-codec.ts';
export { type FollowedOrder, isBeingWorkedOn } from './following/order.ts';
export type { FollowedRun } from './following/run.ts';
export type { RunWork } from './following/running-work.ts';
export { createOrders, type Orders } from './orders.ts';
export { createOrderPlacing, type PlacedBy } from './place-order.ts';
export { fingerprintOf } from './placing/fingerprint.ts';
export type { IdentityLookup, StartUnder } from './placing/idempotent-start.ts';
export { newOrderId, orderIdOfKey } from './placing/order-id.ts';
export type { OrderToPlace, Placement, PlacementOptions, References } from './placing/placement.ts';
export { type RunStart, type RunToStart, runIdOfKey } from './placing/run-start.ts';
export type { EffectsToUndo, Repair } from './placing/unknown-effects.ts';
export type { EngineEvent } from './reading/history-event.ts';
export type { HistoryPage, HistoryPosition, HistoryQuery } from './reading/history-page.ts';
export type { RecoveryQueues } from './reading/lost-orders.ts';
export { createExecutions, type EngineOrder, type Executions, type OpenPage } from './reading/open-orders.ts';
export { createRunExecutions, type EngineRun, type RunExecutions } from './reading/open-runs.ts';
export type { QueueWorkers, TaskRoute, WorkerPresence, Workers } from './reading/workers.ts';
export { createRuns, type Runs } from './runs.ts';
