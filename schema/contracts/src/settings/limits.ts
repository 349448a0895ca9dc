import { largestPage, limits as ofOrders } from '../domain/limits.ts';
import { usualOrderLimits } from '../domain/placed.ts';
import { usualRunLimits } from '../domain/runs/index.ts';
import { count, countFrom, countTo, positiveDuration } from './kinds.ts';
import type { Settings } from './setting.ts';

/** How much one client may ask of the gateway. */
export const limits = {
  WAYBILL_LIMIT_DEPTH: { is: count, default: '10', by: ['gateway'], means: 'how deep a selection may go' },
  WAYBILL_LIMIT_INTROSPECTION_DEPTH: {
    is: count,
    default: '15',
    by: ['gateway'],
    means: 'how deep a question about the schema may go',
  },
  WAYBILL_LIMIT_ALIASES: { is: count, default: '15', by: ['gateway'], means: 'aliases of a document' },
  WAYBILL_LIMIT_DIRECTIVES: { is: count, default: '10', by: ['gateway'], means: 'directives of a document' },
  WAYBILL_LIMIT_TOKENS: { is: count, default: '1000', by: ['gateway'], means: 'tokens of a document' },
  WAYBILL_LIMIT_COST: {
    is: count,
    default: '10000',
    by: ['gateway'],
    means:
      'what one operation may cost: a point a field and ten a call that it causes, a page counted for as many as it asks for',
  },
  WAYBILL_LIMIT_COST_PER_SECOND: {
    is: count,
    default: '10000',
    by: ['gateway'],
    means: 'what one user may cost in the long run; in a burst, ten times as much',
  },
  WAYBILL_LIMIT_PAGE: {
    is: countTo(largestPage),
    default: `${largestPage}`,
    by: ['gateway'],
    means: 'the largest page of a list; it can be lowered',
  },
  WAYBILL_LIMIT_ITEMS: {
    is: countTo(ofOrders.items),
    default: `${usualOrderLimits.items}`,
    by: ['gateway'],
    means: 'lines that an order can have; it can be lowered, and enters with the order',
  },
  WAYBILL_LIMIT_BODY_BYTES: { is: count, default: '262144', by: ['gateway'], means: 'the longest HTTP body' },
  WAYBILL_LIMIT_MESSAGE_BYTES: { is: count, default: '65536', by: ['gateway'], means: 'the longest WebSocket message' },
  WAYBILL_LIMIT_SOCKETS_PER_USER: { is: count, default: '50', by: ['gateway'], means: 'WebSockets of one user' },
  WAYBILL_LIMIT_OPERATIONS_PER_SOCKET: {
    is: count,
    default: '100',
    by: ['gateway'],
    means: 'operations of one WebSocket at a time',
  },
  WAYBILL_LIMIT_MESSAGES_PER_SECOND: {
    is: count,
    default: '200',
    by: ['gateway'],
    means: 'messages a second of one WebSocket',
  },
  WAYBILL_LIMIT_INIT: {
    is: positiveDuration,
    default: 'PT3S',
    by: ['gateway'],
    means: 'how soon a WebSocket must say who it is',
  },
  WAYBILL_LIMIT_COMMANDS: {
    is: count,
    default: `${usualOrderLimits.commands}`,
    by: ['gateway'],
    means: 'commands that one order takes in all; it enters with the order',
  },
  WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: {
    is: count,
    default: `${usualOrderLimits.commandsKeptForStaff}`,
    by: ['gateway'],
    means: 'how many of these customers cannot use up',
  },
  WAYBILL_LIMIT_HISTORY_EVENTS: {
    is: count,
    default: `${usualOrderLimits.historyEvents}`,
    by: ['gateway'],
    means: "events of the engine after which an order ends and is undone; the engine's own end is at 51200",
  },
  WAYBILL_LIMIT_RUN_COMMANDS: {
    is: count,
    default: `${usualRunLimits.commands}`,
    by: ['gateway'],
    means: 'commands that one run takes in all, but for its end; it enters with the run',
  },
  WAYBILL_LIMIT_RUN_HISTORY_EVENTS: {
    is: countFrom(2_000),
    default: `${usualRunLimits.historyEvents}`,
    by: ['gateway'],
    means: 'events of the engine after which a run ends and is undone; a standing order continues anew at 1500',
  },
  WAYBILL_LIMIT_LONG_POLLS: {
    is: count,
    default: '1000',
    by: ['gateway'],
    means: "orders watched by a long poll each; those beyond it are asked when the order book's feed names them",
  },
} as const satisfies Settings;
