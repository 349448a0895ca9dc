const codes = new Set<unknown>([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT'],
  '57P01', // it is shutting down
  '57P02', // it crashed
  '57P03', // it is starting up
  '53100', // its disk is full
  '53300', // it has too many clients
  '57014', // a statement took too long
  '25P03', // a transaction was idle for too long
]);

/** The driver's messages, without a code, for a connection that broke or does not respond. */
const broken = /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded)/;

/** Whether an error means that the database is unreachable, or that the connection broke during the call. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isConnectionFault = typeof code === 'string' && code.startsWith('08');
  return codes.has(code) || isConnectionFault || broken.test(error.message) || isUnreachable(error.cause);
}
