import { Unauthenticated, Unavailable } from '@waybill/client';

/** One sentence about why a token that was pasted was refused. */
export function tokenProblem(token: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!isWellFormed(token)) return 'This is malformed: a token is three parts of letters and digits, joined by dots';
  if (error instanceof Unavailable) return `${message}. Sign in again in a moment`;
  if (!(error instanceof Unauthenticated)) return message;
  if (message.includes('expired')) return 'This token has expired: ask for a new one';
  if (message.includes('needs the claims')) return message;
  return 'This token was not issued for this gateway: its signature, issuer or audience is another';
}

/** Whether it looks like a signed JWT. */
function isWellFormed(token: string): boolean {
  const parts = /^([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(token)?.slice(1) ?? [];
  return parts.length === 2 && parts.every(isJson);
}

function isJson(part: string): boolean {
  try {
    JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return true;
  } catch {
    return false;
  }
}
