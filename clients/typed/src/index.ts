export { type ConnectOptions, connect, type Waybill } from './connect.ts';
export { Forbidden, type Problem, Refused, Unauthenticated, Unavailable } from './errors.ts';
export type { OrderEvent, OrdersChange } from './follow.ts';
export * from './generated/graphql.ts';
export type { Stream } from './leavable.ts';
export type { RequestOptions } from './request.ts';
