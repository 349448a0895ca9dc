import type { CommandRow } from './command.ts';
import { orderCommands } from './tables/orders.ts';

/** All commands: help, completion and README are made from these. */
export const commands: readonly CommandRow[] = [...orderCommands];
