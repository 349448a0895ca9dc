import { DefaultLogger } from '@temporalio/worker';
import type { Log } from '@waybill/platform';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Routes the log of the Temporal SDK to our own, with the same fields. */
export const engineLog = (log: Log) =>
  new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]](meta ?? {}, message));
