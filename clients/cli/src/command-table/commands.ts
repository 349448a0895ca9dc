import type { CommandRow } from '../command/command.ts';
import { decisionCommands } from './decisions.ts';
import { operateCommands } from './operate.ts';
import { orderCommands } from './orders.ts';
import { readCommands } from './reads.ts';
import { runsCommands } from './runs.ts';
import { systemCommands } from './system.ts';

/** All commands: help, completion and README are made from these. */
export const commands: readonly CommandRow[] = [
  ...orderCommands,
  ...readCommands,
  ...decisionCommands,
  ...operateCommands,
  ...runsCommands,
  ...systemCommands,
];
