const codes = new Set<unknown>([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT'],
  '57P01', // it is shutting down
  '57P02', // it crashed
  '57P03', // it is starting up
  '53300', // it has too many clients
  '57014', // it has given up a statement that took too long
  '25P03', // it has given up a transaction in which nothing was said for too long
]);

/** What the driver says, without a code, of a connection that broke or is silent. */
const broken = /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded)/;

/** Whether an error means that the database cannot be reached just now, or that the connection broke in the middle. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isConnectionFault = typeof code === 'string' && code.startsWith('08');
  return codes.has(code) || isConnectionFault || broken.test(error.message) || isUnreachable(error.cause);
}
