import { DefaultLogger } from '@temporalio/worker';
import type { Log } from '@waybill/platform';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What the Temporal SDK has to say goes where everything else goes. */
export const engineLog = (log: Log) =>
  new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]](readable(meta), message));

/** The SDK attaches handles that no log line can show. */
function readable(meta: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(meta).filter(([key, value]) => isPlain(value) && typeof key === 'string'));
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
