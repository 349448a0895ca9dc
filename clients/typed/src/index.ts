export type { Stream } from './cancellable.ts';
export { type ConnectOptions, connect, type Waybill } from './connect.ts';
export { Forbidden, type Problem, Refused, Unauthenticated, Unavailable } from './errors.ts';
export * from './generated/graphql.ts';
export type { OrderEvent, OrdersChange } from './order-streams.ts';
export type { RequestOptions } from './request.ts';
