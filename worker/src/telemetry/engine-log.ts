import { DefaultLogger, type LogMetadata } from '@temporalio/worker';
import { PayloadUnreadable, unreadableWorkflow } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Routes the log of the Temporal SDK to our own, with the same fields. */
export const engineLog = (log: Log) =>
  new DefaultLogger('INFO', ({ level, message, meta }) => log[levels[level]](fieldsOf(meta), message));

/** The SDK cannot name a workflow whose first payload cannot be decrypted; the error of the payload can. */
const fieldsOf = ({ error, ...fields }: LogMetadata = {}) => ({
  ...fields,
  ...unreadableWorkflow(error),
  ...(error instanceof Error ? { error: headlineOf(error) } : {}),
});

/** The messages of other errors of workflows and activities may contain personal data. */
const headlineOf = (error: Error): string => (error instanceof PayloadUnreadable ? error.message : error.name);
