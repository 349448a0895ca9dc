import type { CommandRow } from '../command/command.ts';
import type { OptionRow } from '../command/option-row.ts';
import {
  auditFields,
  callFields,
  chaosFields,
  entryFields,
  productFields,
  serviceFields,
} from '../input/field-names.ts';
import { chaosProfiles, eventTypes, operations, outcomes } from '../input/words.ts';

export const listing: readonly OptionRow[] = [
  { flags: '--limit <n>', means: 'at most this many (default: 20)' },
  { flags: '--all', means: 'no limit' },
  { flags: '--after <cursor>', means: 'continue after this cursor' },
];

const chaos = () => import('../commands/chaos.ts');
const operate = () => import('../commands/operate.ts');
const chaosDocument = chaosFields.join(', ');

export const operateCommands: readonly CommandRow[] = [
  {
    name: 'chaos show',
    means: 'Show which faults the providers inject.',
    example: 'waybill chaos show',
    prints: chaosDocument,
    fields: chaosFields,
    load: async () => ({ run: (await chaos()).show }),
  },
  {
    name: 'chaos set',
    means: 'Choose which faults the providers inject.',
    options: [
      {
        flags: '--profile <profile>',
        means: 'calm, flaky or storm',
        words: chaosProfiles.map((each) => each.toLowerCase()),
      },
      { flags: '--seed <seed>', means: 'the same seed gives the same faults' },
      { flags: '--share <operation:outcome=percent>', means: 'how often a fault occurs; repeatable', repeats: true },
    ],
    example: 'waybill chaos set --profile storm --seed monday',
    prints: chaosDocument,
    fields: chaosFields,
    load: async () => ({ run: (await chaos()).set }),
  },
  {
    name: 'chaos pin',
    means: 'Set the outcomes of the calls for one order; `chaos show` lists operations and outcomes.',
    args: '<order> <operation> <outcomes...>',
    words: [...operations, ...outcomes],
    example: 'waybill chaos pin ORD-MINE payment.capture server_error lost_reply',
    prints: chaosDocument,
    fields: chaosFields,
    load: async () => ({ run: (await chaos()).pin }),
  },
  {
    name: 'chaos reset',
    means: 'Reset to the calm profile without pins.',
    example: 'waybill chaos reset',
    prints: chaosDocument,
    fields: chaosFields,
    load: async () => ({ run: (await chaos()).reset }),
  },
  {
    name: 'chaos log',
    means: 'List the calls to the providers with their outcomes.',
    options: [
      { flags: '-f, --follow', means: 'also print new entries' },
      { flags: '--order <id>', means: 'only those of this order' },
      { flags: '--operation <operation>', means: 'only those of this kind, as in payment.capture', words: operations },
      ...listing,
    ],
    example: 'waybill chaos log --order ORD-1',
    prints: `{items, nextCursor}; with -f a line {type: "call", cursor, …} each`,
    fields: callFields,
    load: async () => ({ run: (await chaos()).log }),
  },
  {
    name: 'stock',
    means: 'List the stock.',
    example: 'waybill stock',
    prints: '{items, nextCursor}',
    fields: productFields,
    load: async () => ({ run: (await operate()).stock }),
  },
  {
    name: 'stock add',
    means: 'Add to the stock.',
    args: '<sku> <quantity>',
    example: 'waybill stock add MUG-001 50',
    prints: 'sku, name, available',
    fields: productFields,
    load: async () => ({ run: (await operate()).restock }),
  },
  {
    name: 'audit',
    means: 'Report whether the books balance.',
    options: [
      {
        flags: '--repair',
        means: 'first undo what the providers hold for unknown orders, as after a restored backup',
      },
    ],
    example: 'waybill audit --repair',
    prints:
      'asOf, balanced, problemCount, problems, captured, refunded, openHolds, stock; exit code 5 if the books do not balance',
    fields: auditFields,
    load: async () => ({ run: (await operate()).audit }),
  },
  {
    name: 'journal',
    means: 'List the entries of all orders, newest first.',
    options: [
      {
        flags: '--type <type>',
        means: 'only these types; repeatable or comma-separated',
        repeats: true,
        words: eventTypes,
      },
      { flags: '--actor <id>', means: 'only those by this person' },
      { flags: '--order <id>', means: 'only those of this order' },
      { flags: '--from <time>', means: 'since this time: RFC 3339, or 2h for two hours ago' },
      { flags: '--to <time>', means: 'until then' },
      { flags: '-f, --follow', means: 'print new entries of this type, person or order' },
      ...listing,
    ],
    example: 'waybill journal --actor MANAGER-1 --from 2h',
    prints: '{items: [{orderId, event}], nextCursor}; with -f a line {type, cursor, orderId, …} for each entry',
    fields: ['orderId', 'event', ...entryFields],
    load: () => import('../commands/journal.ts'),
  },
  {
    name: 'services',
    means: 'Show the health of each service, as the gateway that answers sees it.',
    example: 'waybill services',
    prints:
      '{items: [{name, ok, since, …}], nextCursor}; since: when that gateway last noticed a change, and an outage that nobody asked about is not noticed; exit code 8 if one is unhealthy',
    fields: serviceFields,
    load: async () => ({ run: (await operate()).services }),
  },
];
