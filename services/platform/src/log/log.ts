import { writeSync } from 'node:fs';
import { runningTraceId } from '@waybill/tracing';
import pino from 'pino';

/** The fields of a log line. A field that is not listed is omitted: it may be personal data, or a secret. */
const fieldNames = [
  'correlationId',
  'traceId',
  'orderId',
  'runId',
  'workflowId',
  'viewer',
  'operation',
  'fields',
  'method',
  'path',
  'status',
  'url',
  'as',
  'kept',
  'activityType',
  'workflowType',
  'activityId',
  'attempt',
  'outcome',
  'code',
  'error',
  'durationMs',
  'queues',
  'taskQueue',
  'namespace',
  'identity',
  'buildId',
  'sdkComponent',
] as const;

type Plain = string | number | boolean | undefined;
type LogFields = Partial<Record<(typeof fieldNames)[number], Plain | readonly Plain[]>>;

type Write = { (fields: LogFields, message: string): void; (message: string): void };
export type Log = Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', Write> &
  Pick<pino.Logger, 'level' | 'isLevelEnabled' | 'bindings'>;

/** Lines of JSON, on standard output unless told otherwise; every line has its service, build and trace. */
export const openLog = (service: string, level = 'info', stream?: pino.DestinationStream, buildId?: string): Log => {
  const options = {
    level,
    base: { service, buildId },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: allowed },
    mixin: runningTrace,
  };
  return pino(options, stream ?? standardOutput());
};

function runningTrace(): LogFields {
  const traceId = runningTraceId();
  return traceId ? { traceId } : {};
}

/** Lines that wait for a disk that is full; more are dropped. */
const mostBytesKept = 1024 * 1024;

/** A line that cannot be written is written with the next that can be; it neither fails a request nor ends the process. */
function standardOutput() {
  const stream = pino.destination({ fd: process.stdout.fd, sync: true, maxLength: mostBytesKept });
  let failing = false;
  stream.on('error', (error) => {
    if (!failing) complain(error);
    failing = true;
  });
  stream.on('write', () => {
    failing = false;
  });
  return stream;
}

function complain({ message }: Error): void {
  try {
    writeSync(2, `The log cannot be written: ${message}\n`);
  } catch {
    // standard error is often the same file
  }
}

const names: ReadonlySet<string> = new Set(fieldNames);

function allowed(fields: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (names.has(name) && isPlain(value)) kept[name] = value;
  return kept;
}

const isPlain = (value: unknown): boolean => (Array.isArray(value) ? value.every(isPlain) : typeof value !== 'object');
