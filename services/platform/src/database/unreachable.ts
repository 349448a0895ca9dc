const codes = new Set<unknown>([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT'],
  '57P01', // it is shutting down
  '57P02', // it crashed
  '57P03', // it is starting up
  ...['53100', 'ENOSPC'], // its disk is full
  '53300', // it has too many clients
  '57014', // a statement took too long
  '25P03', // a transaction was idle for too long
]);

/** The driver's messages, without a code, for a connection that broke or does not respond. */
const broken = /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded)/;

/** Codes for any fault of the server itself, whose messages quote no values. */
const serverFaults = new Set<unknown>(['XX000', '58030']);

/** What the server says of a full disk where it has no code for it: a new session cannot write its caches, for example. */
const diskFull = /^could not write init file|: No space left on device$/;

/** Whether an error means that the database is unreachable or out of space, or that the connection broke during the call. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isConnectionFault = typeof code === 'string' && code.startsWith('08');
  const isDiskFull = serverFaults.has(code) && diskFull.test(error.message);
  return codes.has(code) || isConnectionFault || isDiskFull || broken.test(error.message) || isUnreachable(error.cause);
}
