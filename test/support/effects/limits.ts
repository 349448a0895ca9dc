import type { Effect, Effects, Name } from './effect.ts';
import { type CreatedOptions, gatewayEffect } from './gateway-effects.ts';

const limit = <L extends Name>(key: keyof CreatedOptions['limits'], given = '7', seen: number = Number(given)) =>
  ({ given, on: { gateway: [gatewayEffect(({ limits }) => limits[key]), seen] } }) as unknown as Effect<L>;

type OrderLimit = keyof NonNullable<NonNullable<CreatedOptions['overrides']>['limits']>;
const orderLimit = (key: OrderLimit) =>
  ({
    given: '7',
    on: { gateway: [gatewayEffect(({ overrides }) => overrides?.limits?.[key]), 7] },
  }) satisfies Effect<'WAYBILL_LIMIT_ITEMS'>;

type RunLimit = keyof NonNullable<NonNullable<CreatedOptions['runOverrides']>['limits']>;
const runLimit = (key: RunLimit) =>
  ({
    given: '7000',
    on: { gateway: [gatewayEffect(({ runOverrides }) => runOverrides?.limits?.[key]), 7_000] },
  }) satisfies Effect<'WAYBILL_LIMIT_RUN_COMMANDS'>;

export const limitEffects = {
  WAYBILL_LIMIT_DEPTH: limit('depth'),
  WAYBILL_LIMIT_INTROSPECTION_DEPTH: limit('introspectionDepth'),
  WAYBILL_LIMIT_ALIASES: limit('aliases'),
  WAYBILL_LIMIT_DIRECTIVES: limit('directives'),
  WAYBILL_LIMIT_TOKENS: limit('tokens'),
  WAYBILL_LIMIT_COST: limit('cost'),
  WAYBILL_LIMIT_COST_PER_SECOND: limit('costPerSecond'),
  WAYBILL_LIMIT_PAGE: limit('page'),
  WAYBILL_LIMIT_BODY_BYTES: limit('bodyBytes'),
  WAYBILL_LIMIT_MESSAGE_BYTES: limit('messageBytes'),
  WAYBILL_LIMIT_SOCKETS_PER_USER: limit('socketsPerUser'),
  WAYBILL_LIMIT_FEEDS_PER_USER: limit('feedsPerUser'),
  WAYBILL_LIMIT_OPERATIONS_PER_SOCKET: limit('operationsPerSocket'),
  WAYBILL_LIMIT_MESSAGES_PER_SECOND: limit('messagesPerSecond'),
  WAYBILL_LIMIT_LONG_POLLS: limit('longPolls'),
  WAYBILL_LIMIT_INIT: limit('initMs', 'PT7S', 7_000),
  WAYBILL_LIMIT_ITEMS: orderLimit('items'),
  WAYBILL_LIMIT_COMMANDS: {
    ...orderLimit('commands'),
    beside: { WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: '3' },
  },
  WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: orderLimit('commandsKeptForStaff'),
  WAYBILL_LIMIT_HISTORY_EVENTS: orderLimit('historyEvents'),
  WAYBILL_LIMIT_RUN_COMMANDS: runLimit('commands'),
  WAYBILL_LIMIT_RUN_HISTORY_EVENTS: runLimit('historyEvents'),
} satisfies Partial<Effects>;
