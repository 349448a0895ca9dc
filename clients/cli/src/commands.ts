import type { CommandRow } from './command.ts';
import { decisionCommands } from './tables/decisions.ts';
import { operateCommands } from './tables/operate.ts';
import { orderCommands } from './tables/orders.ts';
import { readCommands } from './tables/reads.ts';
import { runsCommands } from './tables/runs.ts';
import { systemCommands } from './tables/system.ts';

/** All commands: help, completion and README are made from these. */
export const commands: readonly CommandRow[] = [
  ...orderCommands,
  ...readCommands,
  ...decisionCommands,
  ...operateCommands,
  ...runsCommands,
  ...systemCommands,
];
