import { readSettings, type SettingsOf } from '@waybill/contracts/settings';

/** How much one client may ask. The same on every transport. */
export type Limits = {
  /** How deep a selection may go; introspection goes deeper than any question about orders. */
  depth: number;
  introspectionDepth: number;
  aliases: number;
  directives: number;
  tokens: number;
  /** Of one operation: roughly, how many fields it could bring. */
  cost: number;
  /** Entries of a page, and lines of an order that is placed. */
  page: number;
  items: number;
  bodyBytes: number;
  messageBytes: number;
  operationsPerSocket: number;
  socketsPerUser: number;
  messagesPerSecond: number;
  /** What one user may ask for in the long run; in a burst, ten times as much. */
  costPerSecond: number;
  /** Of the engine; orders that are watched beyond it are asked when the order book's feed names them. */
  longPolls: number;
  /** How long a socket may take to say who it is. */
  initMs: number;
};

export const createLimits = (given: SettingsOf<'gateway'>): Limits => ({
  depth: given.WAYBILL_LIMIT_DEPTH,
  introspectionDepth: given.WAYBILL_LIMIT_INTROSPECTION_DEPTH,
  aliases: given.WAYBILL_LIMIT_ALIASES,
  directives: given.WAYBILL_LIMIT_DIRECTIVES,
  tokens: given.WAYBILL_LIMIT_TOKENS,
  cost: given.WAYBILL_LIMIT_COST,
  page: given.WAYBILL_LIMIT_PAGE,
  items: given.WAYBILL_LIMIT_ITEMS,
  bodyBytes: given.WAYBILL_LIMIT_BODY_BYTES,
  messageBytes: given.WAYBILL_LIMIT_MESSAGE_BYTES,
  operationsPerSocket: given.WAYBILL_LIMIT_OPERATIONS_PER_SOCKET,
  socketsPerUser: given.WAYBILL_LIMIT_SOCKETS_PER_USER,
  messagesPerSecond: given.WAYBILL_LIMIT_MESSAGES_PER_SECOND,
  costPerSecond: given.WAYBILL_LIMIT_COST_PER_SECOND,
  longPolls: given.WAYBILL_LIMIT_LONG_POLLS,
  initMs: given.WAYBILL_LIMIT_INIT,
});

export const defaultLimits: Limits = createLimits(readSettings('gateway', {}));
