import { DefaultLogger, type LogMetadata } from '@temporalio/worker';
import { PayloadUnreadable } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Routes the log of the Temporal SDK to our own, with the same fields. */
export const engineLog = (log: Log) =>
  new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]](fieldsOf(meta), message));

const fieldsOf = ({ error, ...fields }: LogMetadata = {}) => ({
  ...fields,
  ...(error instanceof Error ? { error: headlineOf(error) } : {}),
});

/** The messages of other errors of workflows and activities may contain personal data. */
function headlineOf(error: Error): string {
  if (error instanceof PayloadUnreadable) return error.message;
  if (error.message.includes('binary/encrypted')) return 'WAYBILL_PAYLOAD_KEYS is not set, and a payload is encrypted';
  return error.name;
}
