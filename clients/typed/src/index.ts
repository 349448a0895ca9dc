export { type ConnectOptions, connect, type Waybill } from './connect.ts';
export * from './generated/graphql.ts';
export type { RequestOptions } from './http/request.ts';
export { willAskForApproval } from './methods/approval.ts';
export { type ChaosLogPage, startOfChaosLog } from './methods/chaos.ts';
export type { CommandOptions } from './methods/command.ts';
export type { OrderEvent, OrdersChange } from './methods/order-streams.ts';
export type { OrdersPage } from './methods/orders.ts';
export { CommandRefused, isRefusal, orThrow } from './methods/refusal.ts';
export type { RunEvent, RunsChange } from './methods/run-streams.ts';
export type { RunFilter, RunsPage } from './methods/runs.ts';
export type { JournalFilter, JournalPage } from './methods/shop.ts';
export type { DocumentText, Print, TypedDocument } from './protocol/document.ts';
export {
  Forbidden,
  type Problem,
  Refused,
  TimedOut,
  Unauthenticated,
  Unavailable,
  Unreached,
} from './protocol/errors.ts';
export type { Connection, ConnectionState } from './streams/connection.ts';
export type { From, Paging } from './streams/pages.ts';
export type { Stream } from './streams/stream.ts';
export type { StreamOptions } from './streams/streams.ts';
export { Closed } from './timing/abort.ts';
