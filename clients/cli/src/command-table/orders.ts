import type { CommandRow } from '../command/command.ts';
import type { OptionRow } from '../command/option-row.ts';
import { orderFields, placedFields, startedFields } from '../input/field-names.ts';
import { statuses } from '../input/statuses.ts';
import { plans } from '../input/words.ts';

/** The file of `place`, and of a standing order. */
export const orderFile =
  'the order as JSON, as in {"items": [{"sku": "MUG-001", "quantity": 2}], "shippingAddress": {"street", "city", "zip", "country"}}; - reads stdin; options override its fields';

/** The items of `place`, and of a standing order. */
export const itemOption: OptionRow = {
  flags: '--sku <sku:quantity[:price]>',
  means: 'an item; repeatable',
  repeats: true,
};

/** Where an order goes, and who is told: of `place`, and of a standing order. */
export const destination: readonly OptionRow[] = [
  { flags: '--street <text>', means: 'the shipping address (default: a sample)' },
  ...['city', 'state', 'zip'].map((name) => ({ flags: `--${name} <text>`, means: `its ${name}` })),
  { flags: '--country <code>', means: 'its country, as in DE' },
  { flags: '--email <address>', means: 'who is notified (default: a sample)' },
  { flags: '--customer <id>', means: 'the customer (default: you)' },
];

const timeout: OptionRow = { flags: '--timeout <duration>', means: 'stop after this time, as in 90s or PT5M' };

export const orderCommands: readonly CommandRow[] = [
  {
    name: 'place',
    means: 'Place an order.',
    args: '[id] [payment]',
    options: [
      itemOption,
      { flags: '--file <file>', means: orderFile },
      ...destination,
      { flags: '--id <id>', means: 'your own id' },
      { flags: '--key <key>', means: 'idempotency key: repeating it returns the same order' },
      { flags: '--approval', means: 'require the approval of a manager' },
      { flags: '--timeout <duration>', means: 'how long to wait for approval' },
      { flags: '--auto-approve-after <duration>', means: 'approve automatically after this time' },
      { flags: '--plan <plan>', means: 'which comes first', words: plans },
      { flags: '--watch', means: 'watch it until it ends' },
    ],
    example: 'waybill place --sku MUG-001:2 --approval --watch',
    prints: 'the order; with --watch what `watch` prints: exit code 0 however it ends, see `wait`',
    fields: placedFields,
    load: () => import('../commands/place.ts'),
  },
  {
    name: 'start-workflow',
    means: 'Start a workflow by ORDER_ID, USER_ID, WORKFLOW_TYPE, AUTO_APPROVE and ASYNC, as other order systems do.',
    args: '[id] [payment]',
    options: [{ flags: '--sku <sku:quantity[:price]>', means: 'an item (default: a sample)', repeats: true }],
    example: 'waybill start-workflow ORD-1 PAY-1',
    prints: 'the output of `place`, `run greet` or `run user-context`; with ASYNC=false their output with --watch',
    fields: [...placedFields, ...startedFields],
    load: () => import('../commands/start-workflow.ts'),
  },
  {
    name: 'watch',
    means: 'Watch orders until they are closed.',
    args: '[ids...]',
    options: [
      {
        flags: '--filter <key=value,...>',
        means:
          'all orders that match: status, health, attention=true, and customer, sku, plan, id-prefix, since, before, min-total, max-total, currency as for `list`',
      },
      { flags: '--compact', means: 'one line per order' },
      {
        flags: '--until <status>',
        means: 'stop when each has this status; with --filter, when one has it',
        words: statuses,
      },
      timeout,
    ],
    example: 'waybill watch ORD-1 --until SHIPPED -o jsonl',
    prints:
      'a line {type: "order", revision, order} for each new revision, the closed order last; {type: "change", cursor, kind, order} with --filter; with -o json the final orders; exit code 0 however they end, but 6 with --until if one ended otherwise',
    fields: [...placedFields, 'kind', 'cursor'],
    load: () => import('../commands/watch.ts'),
  },
  {
    name: 'wait',
    means: 'Wait until an order has a status.',
    args: '<id>',
    options: [
      { flags: '--for <status>', means: 'the status (default: SHIPPED)', words: statuses },
      { flags: '--until <status>', means: 'the same, as for `watch`', words: statuses },
      { flags: '--status <status>', means: 'the same, as for `list`', words: statuses },
      timeout,
    ],
    example: 'waybill wait ORD-1 --for SHIPPED --timeout 2m',
    prints: 'the order; exit code 6 if it ended otherwise, 7 if the time was up',
    fields: orderFields,
    load: () => import('../commands/wait.ts'),
  },
];
