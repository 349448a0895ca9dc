import type { CommandRow, OptionRow } from '../command.ts';

const timeout: OptionRow = { flags: '--timeout <duration>', means: 'wait no longer, as in 90s or PT5M' };

export const orderCommands: readonly CommandRow[] = [
  {
    name: 'place',
    means: 'Place an order.',
    args: '[id] [payment]',
    options: [
      { flags: '--sku <sku:quantity[:price]>', means: 'an item; again for each further one', repeats: true },
      { flags: '--file <file>', means: 'the input of placeOrder as JSON; - is stdin' },
      { flags: '--customer <id>', means: 'whose order it is; else your own' },
      { flags: '--id <id>', means: 'an id of your own' },
      { flags: '--key <key>', means: 'idempotency key: the same key again is the same order' },
      { flags: '--approval', means: 'a manager must approve it' },
      { flags: '--timeout <duration>', means: 'how long it waits for approval' },
      { flags: '--auto-approve-after <duration>', means: 'approved by itself after this' },
      { flags: '--plan <plan>', means: 'which comes first', choices: ['AUTHORIZE_FIRST', 'RESERVE_FIRST'] },
      { flags: '--watch', means: 'watch it to its end' },
    ],
    example: 'waybill place --sku MUG-001:2 --approval --watch',
    prints: 'the order; with --watch what `watch` prints',
    load: () => import('../commands/place.ts'),
  },
  {
    name: 'start-workflow',
    means: 'Start what ORDER_ID, USER_ID, WORKFLOW_TYPE, AUTO_APPROVE and ASYNC say, as other order systems do.',
    args: '[id] [payment]',
    options: [{ flags: '--sku <sku:quantity[:price]>', means: 'an item; a sample where none is given', repeats: true }],
    example: 'waybill start-workflow ORD-1 PAY-1',
    prints: 'what `place`, `run greet` or `run user-context` prints; with ASYNC=false what they print with --watch',
    load: () => import('../commands/start-workflow.ts'),
  },
  {
    name: 'watch',
    means: 'Watch orders until they are done.',
    args: '[ids...]',
    options: [
      {
        flags: '--filter <key=value,...>',
        means: 'all orders that pass it: status, customer, attention',
      },
      { flags: '--compact', means: 'a line an order' },
      { flags: '--until <status>', means: 'only until each has this status; with --filter, until one has it' },
      timeout,
    ],
    example: 'waybill watch ORD-1 --until SHIPPED -o jsonl',
    prints:
      'a line {type: "order", revision, order} for each new revision, the closed order last; {type: "change", cursor, kind, order} with --filter; with -o json the orders at the end',
    load: () => import('../commands/watch.ts'),
  },
  {
    name: 'wait',
    means: 'Wait until an order has a status.',
    args: '<id>',
    options: [{ flags: '--for <status>', means: 'the status; SHIPPED where not given' }, timeout],
    example: 'waybill wait ORD-1 --for SHIPPED --timeout 2m',
    prints: 'the order; exit code 6 when it ended otherwise, 7 when the time was over',
    load: () => import('../commands/wait.ts'),
  },
];
