export { type FollowedOrder, isBeingWorkedOn } from './answers.ts';
export { connectOrders, type EngineAddress } from './connect.ts';
export { EngineUnavailable, LongPollRefused, NotAnswering, NotRunning, OrderConflict } from './errors.ts';
export { fingerprintOf } from './fingerprint.ts';
export { newOrderId, orderIdOfKey } from './ids.ts';
export { type EngineOrder, type Executions, type OpenPage, openOrdersOn } from './open.ts';
export { type Orders, ordersOn } from './orders.ts';
export type { OrderToPlace, PlacedUnder, Placement } from './place.ts';
export type { RunningWork } from './work.ts';
