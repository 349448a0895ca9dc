import { usualOrderLimits } from '../domain/initial-state.ts';
import { largestPage, limits as ofOrders } from '../domain/limits.ts';
import { usualRunLimits } from '../domain/runs/index.ts';
import { count, countBetween, countTo, positiveDuration } from './kinds.ts';
import type { Settings } from './setting.ts';

/** The engine ends a workflow at 51,200 events: what is undone before that needs some of them. */
const mostHistoryEvents = 50_000;

/** The limits of one client of the gateway. */
export const limits = {
  WAYBILL_LIMIT_DEPTH: { is: count, default: '10', by: ['gateway'], means: 'the deepest selection of a document' },
  WAYBILL_LIMIT_INTROSPECTION_DEPTH: {
    is: count,
    default: '15',
    by: ['gateway'],
    means: 'the deepest introspection',
  },
  WAYBILL_LIMIT_ALIASES: { is: count, default: '15', by: ['gateway'], means: 'aliases in a document' },
  WAYBILL_LIMIT_DIRECTIVES: { is: count, default: '10', by: ['gateway'], means: 'directives in a document' },
  WAYBILL_LIMIT_TOKENS: { is: count, default: '1000', by: ['gateway'], means: 'tokens in a document' },
  WAYBILL_LIMIT_COST: {
    is: count,
    default: '10000',
    by: ['gateway'],
    means:
      'the most that one operation may cost: one point per field and ten per call that it causes, multiplied by the size of a page',
  },
  WAYBILL_LIMIT_COST_PER_SECOND: {
    is: count,
    default: '10000',
    by: ['gateway'],
    means:
      'the cost per second that one user may cause on average, with what their subscriptions replay, and a point for each result that those on WebSockets are sent; ten times as much in a burst',
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
    means: 'the most lines of an order; it can be lowered, and is stored with the order',
  },
  WAYBILL_LIMIT_BODY_BYTES: { is: count, default: '262144', by: ['gateway'], means: 'the longest HTTP body' },
  WAYBILL_LIMIT_MESSAGE_BYTES: { is: count, default: '65536', by: ['gateway'], means: 'the longest WebSocket message' },
  WAYBILL_LIMIT_SOCKETS_PER_USER: {
    is: count,
    default: '50',
    by: ['gateway'],
    means: 'WebSockets and event streams of one user, together',
  },
  WAYBILL_LIMIT_FEEDS_PER_USER: {
    is: count,
    default: '250',
    by: ['gateway'],
    means: 'lists of orders or runs that one user follows (`ordersChanged`, `runsChanged`), over all connections',
  },
  WAYBILL_LIMIT_OPERATIONS_PER_SOCKET: {
    is: count,
    default: '100',
    by: ['gateway'],
    means: 'concurrent operations on one WebSocket',
  },
  WAYBILL_LIMIT_MESSAGES_PER_SECOND: {
    is: count,
    default: '200',
    by: ['gateway'],
    means: 'messages per second on one WebSocket, and on average on all of one user',
  },
  WAYBILL_LIMIT_INIT: {
    is: positiveDuration,
    default: 'PT3S',
    by: ['gateway'],
    means: 'the time within which a WebSocket must authenticate',
  },
  WAYBILL_LIMIT_COMMANDS: {
    is: count,
    default: `${usualOrderLimits.commands}`,
    by: ['gateway'],
    means: 'the most commands that one order accepts; it is stored with the order',
  },
  WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: {
    is: count,
    default: `${usualOrderLimits.commandsKeptForStaff}`,
    by: ['gateway'],
    means: 'how many of these are reserved for staff',
  },
  WAYBILL_LIMIT_HISTORY_EVENTS: {
    is: countTo(mostHistoryEvents),
    default: `${usualOrderLimits.historyEvents}`,
    by: ['gateway'],
    means: "history length at which an order is ended and compensated; the engine's own limit is 51200",
  },
  WAYBILL_LIMIT_RUN_COMMANDS: {
    is: count,
    default: `${usualRunLimits.commands}`,
    by: ['gateway'],
    means: 'the most commands that one run accepts, besides the one that ends it; it is stored with the run',
  },
  WAYBILL_LIMIT_RUN_HISTORY_EVENTS: {
    is: countBetween(2_000, mostHistoryEvents),
    default: `${usualRunLimits.historyEvents}`,
    by: ['gateway'],
    means: 'history length at which a run is ended and compensated; a standing order continues as new at 1500',
  },
  WAYBILL_LIMIT_LONG_POLLS: {
    is: count,
    default: '1000',
    by: ['gateway'],
    means:
      "the maximum number of orders that are watched by one long poll each; further orders are queried when the order book's change feed names them",
  },
} as const satisfies Settings;
