export type { RunningWork } from '@waybill/contracts/domain';
export { connectOrders, type EngineAddress } from './connect.ts';
export { type EngineConnection, engineConnectionFrom } from './engine-connection.ts';
export {
  EngineUnavailable,
  LongPollRefused,
  NotAnswering,
  NotRunning,
  OrderConflict,
  PayloadKeyMissing,
  PaymentReferenceConflict,
  RunConflict,
} from './errors.ts';
export { fingerprintOf } from './fingerprint.ts';
export { type FollowedOrder, isBeingWorkedOn } from './followed-order.ts';
export type { FollowedRun } from './followed-run.ts';
export type { EngineEvent } from './history-event.ts';
export type { HistoryPage, HistoryPosition, HistoryQuery } from './history-page.ts';
export type { IdentityLookup, StartUnder } from './idempotent-start.ts';
export type { RecoveryQueues } from './lost-orders.ts';
export { createExecutions, type EngineOrder, type Executions, type OpenPage } from './open-orders.ts';
export { createRunExecutions, type EngineRun, type RunExecutions } from './open-runs.ts';
export { newOrderId, orderIdOfKey } from './order-id.ts';
export { createOrders, type Orders } from './orders.ts';
export { createPayloadCodec, dataConverterFrom } from './payload-codec.ts';
export { createOrderPlacing, type PlacedBy } from './place-order.ts';
export type { OrderToPlace, Placement, PlacementOptions, References } from './placement.ts';
export { type RunStart, type RunToStart, runIdOfKey } from './run-start.ts';
export type { RunWork } from './running-work.ts';
export { createRuns, type Runs } from './runs.ts';
export { tracedEngine } from './traced-engine.ts';
export type { EffectsToUndo, Repair } from './unknown-effects.ts';
