import type { CommandRow } from '../command/command.ts';
import { entryFields, runFields, runSummaryFields, startedFields } from '../input/field-names.ts';
import { runKinds, runStatuses } from '../input/words.ts';
import { listing } from './operate.ts';
import { historyOptions } from './reads.ts';

const runs = () => import('../commands/runs.ts');

export const runReads: readonly CommandRow[] = [
  {
    name: 'run list',
    means: 'List runs, newest first.',
    options: [
      { flags: '--kind <kind>', means: runKinds.join(', '), repeats: true, words: runKinds },
      {
        flags: '--status <status>',
        means: runStatuses.join(', '),
        repeats: true,
        words: runStatuses,
      },
      { flags: '--by <id>', means: 'only those that this person started' },
      { flags: '--user <id>', means: 'only those about this user or customer' },
      { flags: '-q, --ids-only', means: 'print only the ids' },
      ...listing,
    ],
    example: 'waybill run list --kind PAYMENT --status RUNNING',
    prints: '{items, nextCursor}',
    fields: runSummaryFields,
    load: async () => ({ run: (await runs()).list }),
  },
  {
    name: 'run status',
    means: 'Show a run.',
    args: '<id>',
    example: 'waybill run status RUN-1',
    prints: 'the run',
    fields: runFields,
    load: async () => ({ run: (await runs()).status }),
  },
  {
    name: 'run describe',
    means: 'Show every detail of a run.',
    args: '<id>',
    example: 'waybill run describe RUN-1',
    prints: 'the run',
    fields: runFields,
    load: () => import('../commands/run-describe.ts'),
  },
  {
    name: 'run history',
    means: 'Show the current journal of a run.',
    args: '<id>',
    options: historyOptions,
    example: 'waybill run history STO-1',
    prints: '{items: [{cursor, seq, type, at, actor, step, detail}], nextCursor}',
    fields: entryFields,
    load: async () => ({ run: (await import('../commands/history.ts')).ofRun }),
  },
  {
    name: 'run watch',
    means: 'Watch a run until it ends.',
    args: '<id>',
    options: [{ flags: '--timeout <duration>', means: 'stop after this time' }],
    example: 'waybill run watch RUN-1',
    prints: 'a line {type: "run", revision, run} for each new revision; with -o json the final run',
    fields: startedFields,
    load: async () => ({ run: (await runs()).watch }),
  },
];
