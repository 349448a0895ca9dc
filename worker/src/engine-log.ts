import { DefaultLogger } from '@temporalio/worker';
import type { Log } from '@waybill/platform';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What the Temporal SDK has to say goes where everything else goes, and with the same fields. */
export const engineLog = (log: Log) =>
  new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]](meta ?? {}, message));
