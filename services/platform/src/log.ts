import pino from 'pino';

export type Log = pino.Logger;

/** Lines of JSON on standard output; every line names the service. */
export const openLog = (service: string, level = 'info'): Log =>
  pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
