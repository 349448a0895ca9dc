import { readSettings, type SettingsOf } from '@waybill/contracts/settings';

/** The limits of one client, the same on every transport. */
export type Limits = {
  /** The deepest selection; introspection is deeper than any query about orders. */
  depth: number;
  introspectionDepth: number;
  aliases: number;
  directives: number;
  tokens: number;
  /** The cost of one operation: roughly, the number of fields that it could return. */
  cost: number;
  /** Entries of a page, and lines of an order that is placed. */
  page: number;
  items: number;
  bodyBytes: number;
  messageBytes: number;
  operationsPerSocket: number;
  socketsPerUser: number;
  /** Lists that one user follows, over all connections. */
  feedsPerUser: number;
  messagesPerSecond: number;
  /** The cost per second that one user may cause on average; ten times as much in a burst. */
  costPerSecond: number;
  /** Long polls at the engine; further watched orders are queried when the order book's feed names them. */
  longPolls: number;
  /** How long a socket may take to authenticate. */
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
  feedsPerUser: given.WAYBILL_LIMIT_FEEDS_PER_USER,
  messagesPerSecond: given.WAYBILL_LIMIT_MESSAGES_PER_SECOND,
  costPerSecond: given.WAYBILL_LIMIT_COST_PER_SECOND,
  longPolls: given.WAYBILL_LIMIT_LONG_POLLS,
  initMs: given.WAYBILL_LIMIT_INIT,
});

export const defaultLimits: Limits = createLimits(readSettings('gateway', {}));
