import type { CommandRow } from '../command/command.ts';
import type { OptionRow } from '../command/option-row.ts';
import { runFields, startedFields } from '../input/field-names.ts';
import { strategies } from '../input/words.ts';
import { commandId } from './decisions.ts';
import { destination, itemOption, orderFile } from './orders.ts';
import { runReads } from './run-reads.ts';

const starting: readonly OptionRow[] = [
  { flags: '--id <id>', means: 'your own id: RUN-…, of a standing order STO-…' },
  { flags: '--key <key>', means: 'idempotency key: repeating it returns the same run' },
  { flags: '--watch', means: 'watch it until it ends' },
];
const runs = () => import('../commands/runs.ts');
const runCommands = () => import('../commands/run-commands.ts');
const reason: OptionRow = { flags: '--reason <text>', means: 'the reason, for the journal', required: true };
const note: OptionRow = { flags: '--note <text>', means: 'a note for the journal' };

const ofStandingOrder = (name: 'pause' | 'resume' | 'skip' | 'stop', means: string): CommandRow => ({
  name: `run ${name}`,
  means,
  args: '<id>',
  options: [note, commandId],
  example: `waybill run ${name} STO-1`,
  prints: 'the run after the command',
  fields: runFields,
  load: async () => ({ run: (await runCommands())[name] }),
});

export const runsCommands: readonly CommandRow[] = [
  {
    name: 'run user-context',
    means: 'Collect what is known about a user.',
    options: [
      { flags: '--user <id>', means: 'the user (default: you)' },
      { flags: '--strategy <strategy>', means: 'parallel or sequential', words: strategies },
      ...starting,
    ],
    example: 'waybill run user-context --user ada --watch',
    prints: 'the run',
    fields: startedFields,
    load: async () => ({ run: (await runs()).userContext }),
  },
  {
    name: 'run payment',
    means: 'Take a payment.',
    options: [
      { flags: '--order <id>', means: 'the order id of another shop', required: true },
      { flags: '--customer <id>', means: 'who pays', required: true },
      { flags: '--amount <amount>', means: 'the amount, as in 20.00 or 20.00EUR', required: true },
      { flags: '--cancellable-for <duration>', means: 'how long it can be cancelled after the capture' },
      ...starting,
    ],
    example: 'waybill run payment --order SHOP-1 --customer ada --amount 20.00',
    prints: 'the run',
    fields: startedFields,
    load: async () => ({ run: (await runs()).payment }),
  },
  {
    name: 'run greet',
    means: 'Greet somebody.',
    args: '<name>',
    options: starting,
    example: 'waybill run greet Ada --watch',
    prints: 'the run',
    fields: startedFields,
    load: async () => ({ run: (await runs()).greet }),
  },
  {
    name: 'run standing',
    means: 'Place an order each period.',
    options: [
      { flags: '--every <duration>', means: 'the period, at least 1m', required: true },
      itemOption,
      { flags: '--file <file>', means: orderFile },
      ...destination,
      { flags: '--times <n>', means: 'how many orders (default: until stopped)' },
      { flags: '--first-at <time>', means: 'the time of the first order (default: now)' },
      ...starting,
    ],
    example: 'waybill run standing --every 7d --times 4 --sku MUG-001:1',
    prints: 'the run',
    fields: startedFields,
    load: async () => ({ run: (await runs()).standing }),
  },
  ...runReads,
  {
    name: 'run cancel',
    means: 'Cancel a run, or end the workflow of an order, which is its action CANCEL_WORKFLOW.',
    args: '<id>',
    options: [reason, commandId],
    example: 'waybill run cancel RUN-1 --reason "Not needed"',
    prints: 'the run after the command',
    fields: runFields,
    load: async () => ({ run: (await runCommands()).cancel }),
  },
  {
    name: 'run refund',
    means: 'Refund a payment, whole or in part.',
    args: '<id>',
    options: [reason, { flags: '--amount <amount>', means: 'a part (default: all that remains)' }, commandId],
    example: 'waybill run refund RUN-1 --amount 5.00 --reason "One was broken"',
    prints: 'the run after the command',
    fields: runFields,
    load: async () => ({ run: (await runCommands()).refund }),
  },
  ofStandingOrder('pause', 'Pause a standing order.'),
  ofStandingOrder('resume', 'Resume a standing order.'),
  ofStandingOrder('skip', 'Skip the next period of a standing order.'),
  ofStandingOrder('stop', 'End a standing order.'),
];
