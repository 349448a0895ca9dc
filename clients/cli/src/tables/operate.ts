import type { CommandRow, OptionRow } from '../command.ts';

export const listing: readonly OptionRow[] = [
  { flags: '--limit <n>', means: 'so many; 20 where not given' },
  { flags: '--all', means: 'all of them' },
  { flags: '--after <cursor>', means: 'where a list before this one ended' },
];

const chaos = () => import('../commands/chaos.ts');
const operate = () => import('../commands/operate.ts');
const chaosDocument = 'profile, seed, enabled, operations, pins';

export const operateCommands: readonly CommandRow[] = [
  {
    name: 'chaos show',
    means: 'Show what goes wrong at the providers.',
    example: 'waybill chaos show',
    prints: chaosDocument,
    load: async () => ({ run: (await chaos()).show }),
  },
  {
    name: 'chaos set',
    means: 'Choose what goes wrong.',
    options: [
      { flags: '--profile <profile>', means: 'calm, flaky or storm' },
      { flags: '--seed <seed>', means: 'the same seed has the same faults' },
      { flags: '--share <operation:outcome=percent>', means: 'how often; again for each further one', repeats: true },
    ],
    example: 'waybill chaos set --profile storm --seed monday',
    prints: chaosDocument,
    load: async () => ({ run: (await chaos()).set }),
  },
  {
    name: 'chaos pin',
    means: 'Give one order a fate of its own, one outcome a call.',
    args: '<order> <operation> <outcomes...>',
    example: 'waybill chaos pin ORD-MINE payment.capture server_error lost_reply',
    prints: chaosDocument,
    load: async () => ({ run: (await chaos()).pin }),
  },
  {
    name: 'chaos reset',
    means: 'Calm, and no pins.',
    example: 'waybill chaos reset',
    prints: chaosDocument,
    load: async () => ({ run: (await chaos()).reset }),
  },
  {
    name: 'chaos log',
    means: 'List the calls to the providers and what became of them.',
    options: [
      { flags: '-f, --follow', means: 'also what comes' },
      { flags: '--order <id>', means: 'of one order' },
      ...listing,
    ],
    example: 'waybill chaos log --order ORD-1',
    prints: `{items, nextCursor}; with -f a line {type: "call", cursor, …} each`,
    load: async () => ({ run: (await chaos()).log }),
  },
  {
    name: 'stock',
    means: 'List what is in stock.',
    example: 'waybill stock',
    prints: '{items, nextCursor}',
    load: async () => ({ run: (await operate()).stock }),
  },
  {
    name: 'stock add',
    means: 'Add to the stock.',
    args: '<sku> <quantity>',
    example: 'waybill stock add MUG-001 50',
    prints: 'sku, name, available',
    load: async () => ({ run: (await operate()).restock }),
  },
  {
    name: 'audit',
    means: 'Say whether the books balance.',
    options: [
      {
        flags: '--repair',
        means: 'first undo what the providers keep for orders that nobody knows, as after a restored backup',
      },
    ],
    example: 'waybill audit --repair',
    prints:
      'asOf, balanced, problemCount, problems, captured, refunded, openHolds, stock; exit code 5 where they do not',
    load: async () => ({ run: (await operate()).audit }),
  },
  {
    name: 'journal',
    means: 'List the entries of all orders, newest first.',
    options: [
      { flags: '--type <type>', means: 'of this type; again or with commas for more', repeats: true },
      { flags: '--actor <id>', means: 'by this person' },
      { flags: '--order <id>', means: 'of one order' },
      { flags: '--from <time>', means: 'since then: RFC 3339, or 2h for two hours ago' },
      { flags: '--to <time>', means: 'until then' },
      { flags: '-f, --follow', means: 'what comes, of this type, person or order' },
      ...listing,
    ],
    example: 'waybill journal --actor MANAGER-1 --from 2h',
    prints: '{items: [{orderId, event}], nextCursor}; with -f a line {type, cursor, orderId, …} for each entry',
    load: () => import('../commands/journal.ts'),
  },
  {
    name: 'services',
    means: 'Say how each service is.',
    example: 'waybill services',
    prints: '{items: [{name, ok, since, …}], nextCursor}; exit code 8 where one is not well',
    load: async () => ({ run: (await operate()).services }),
  },
];
