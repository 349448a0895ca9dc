export { connectOrders, type EngineAddress } from './connect.ts';
export { EngineUnavailable, LongPollRefused, NotAnswering, NotRunning, OrderConflict } from './errors.ts';
export { fingerprintOf } from './fingerprint.ts';
export { type FollowedOrder, isBeingWorkedOn } from './history-poll.ts';
export { type EngineOrder, type Executions, type OpenPage, openOrdersOn } from './open-orders.ts';
export { newOrderId, orderIdOfKey } from './order-id.ts';
export { type Orders, ordersOn } from './orders.ts';
export type { OrderToPlace, PlacedUnder, Placement } from './placement.ts';
export type { RunningWork } from './running-work.ts';
