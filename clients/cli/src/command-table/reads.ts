import type { CommandRow } from '../command/command.ts';
import type { OptionRow } from '../command/option-row.ts';
import { entryFields, orderFields, orderSummaryFields } from '../input/field-names.ts';
import { healths, statuses } from '../input/statuses.ts';
import { plans, sorts } from '../input/words.ts';
import { listing } from './operate.ts';

/** The options of `history`, of an order or a run. */
export const historyOptions: readonly OptionRow[] = [
  { flags: '--engine', means: "the engine's own events, for operators" },
  { flags: '--after <cursor>', means: 'only entries after this cursor' },
  { flags: '-f, --follow', means: 'also print new entries' },
];

/** The conditions of `list`. */
const orderConditions: readonly OptionRow[] = [
  {
    flags: '--status <status>',
    means: `${statuses.join(', ')}; again or with commas for more`,
    repeats: true,
    words: statuses,
  },
  { flags: '--customer <id>', means: 'only those of this customer' },
  { flags: '--sku <sku>', means: 'only those with this product' },
  { flags: '--plan <plan>', means: plans.join(' or '), words: plans },
  { flags: '--id-prefix <text>', means: 'only ids that begin so: 4 characters or more' },
  { flags: '--since <time>', means: 'placed since this time: RFC 3339, or 2h for two hours ago' },
  { flags: '--before <time>', means: 'placed before this time' },
  { flags: '--updated-since <time>', means: 'last changed since this time' },
  { flags: '--updated-before <time>', means: 'last changed before this time' },
  { flags: '--min-total <amount>', means: 'with this total or more, as in 20.00' },
  { flags: '--max-total <amount>', means: 'with this total or less' },
  { flags: '--currency <code>', means: 'with prices in this currency (default: any; of totals, USD)' },
  { flags: '--attention', means: 'only those that need a person' },
  { flags: '--no-attention', means: 'only those that need nobody' },
  {
    flags: '--health <health>',
    means: `${healths.join(', ')}; again or with commas for more`,
    repeats: true,
    words: healths,
  },
];

export const readCommands: readonly CommandRow[] = [
  {
    name: 'list',
    means: 'List orders, newest first.',
    options: [
      ...orderConditions,
      {
        flags: '--sort <sort>',
        means: `which come first: ${sorts.join(', ')}`,
        words: sorts,
      },
      { flags: '-q, --ids-only', means: 'print only the ids' },
      ...listing,
    ],
    example: 'waybill list --status AWAITING_APPROVAL --sort DEADLINE',
    prints: '{items, nextCursor}',
    fields: orderSummaryFields,
    load: () => import('../commands/list.ts'),
  },
  {
    name: 'status',
    means: 'Show the progress of an order in one line.',
    args: '<id>',
    example: 'waybill status ORD-1 --fields status',
    prints: 'id, status, progress, currentStep, health, failure, availableActions, revision, closedAt',
    fields: orderFields,
    load: () => import('../commands/status.ts'),
  },
  {
    name: 'describe',
    means: 'Show every detail of an order.',
    args: '<id>',
    example: 'waybill describe ORD-1',
    prints: 'the order',
    fields: orderFields,
    load: () => import('../commands/describe.ts'),
  },
  {
    name: 'history',
    means: 'Show the current journal of an order.',
    args: '<id>',
    options: historyOptions,
    example: 'waybill history ORD-1',
    prints: '{items: [{cursor, seq, type, at, actor, step, detail}], nextCursor}',
    fields: entryFields,
    load: () => import('../commands/history.ts'),
  },
  {
    name: 'events',
    means: 'Follow the journals of orders, each entry once and in order, until the orders are closed.',
    args: '<ids...>',
    options: [{ flags: '--after <cursor>', means: 'only entries after this cursor' }],
    example: 'waybill events ORD-1 -o jsonl',
    prints:
      'a line {type, cursor, seq, at, actor, step, detail} for each entry; with -o json {items, nextCursor} at the end',
    fields: [...entryFields, 'orderId'],
    load: () => import('../commands/events.ts'),
  },
];
