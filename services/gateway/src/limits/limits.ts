import { Duration } from '@waybill/contracts';
import { z } from 'zod';

const count = (usual: number) => z.coerce.number().int().min(1).default(usual);

/** The settings that say how much one client may ask. The same hold on every transport. */
export const LimitSettings = {
  WAYBILL_LIMIT_DEPTH: count(10),
  WAYBILL_LIMIT_INTROSPECTION_DEPTH: count(15),
  WAYBILL_LIMIT_ALIASES: count(15),
  WAYBILL_LIMIT_DIRECTIVES: count(10),
  WAYBILL_LIMIT_TOKENS: count(1_000),
  WAYBILL_LIMIT_COST: count(10_000),
  WAYBILL_LIMIT_BODY_BYTES: count(256 * 1024),
  WAYBILL_LIMIT_MESSAGE_BYTES: count(64 * 1024),
  WAYBILL_LIMIT_OPERATIONS_PER_SOCKET: count(100),
  WAYBILL_LIMIT_SOCKETS_PER_USER: count(50),
  WAYBILL_LIMIT_MESSAGES_PER_SECOND: count(200),
  WAYBILL_LIMIT_COST_PER_SECOND: count(10_000),
  WAYBILL_LIMIT_LONG_POLLS: count(1_000),
  WAYBILL_LIMIT_INIT: z.string().default('PT3S').pipe(Duration),
};

export type Limits = {
  /** How deep a selection may go; introspection goes deeper than any question about orders. */
  depth: number;
  introspectionDepth: number;
  aliases: number;
  directives: number;
  tokens: number;
  /** Of one operation: roughly, how many fields it could bring. */
  cost: number;
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

const LimitsGiven = z.object(LimitSettings);

export const limitsFrom = (given: z.output<typeof LimitsGiven>): Limits => ({
  depth: given.WAYBILL_LIMIT_DEPTH,
  introspectionDepth: given.WAYBILL_LIMIT_INTROSPECTION_DEPTH,
  aliases: given.WAYBILL_LIMIT_ALIASES,
  directives: given.WAYBILL_LIMIT_DIRECTIVES,
  tokens: given.WAYBILL_LIMIT_TOKENS,
  cost: given.WAYBILL_LIMIT_COST,
  bodyBytes: given.WAYBILL_LIMIT_BODY_BYTES,
  messageBytes: given.WAYBILL_LIMIT_MESSAGE_BYTES,
  operationsPerSocket: given.WAYBILL_LIMIT_OPERATIONS_PER_SOCKET,
  socketsPerUser: given.WAYBILL_LIMIT_SOCKETS_PER_USER,
  messagesPerSecond: given.WAYBILL_LIMIT_MESSAGES_PER_SECOND,
  costPerSecond: given.WAYBILL_LIMIT_COST_PER_SECOND,
  longPolls: given.WAYBILL_LIMIT_LONG_POLLS,
  initMs: given.WAYBILL_LIMIT_INIT,
});

export const usualLimits: Limits = limitsFrom(LimitsGiven.parse({}));
