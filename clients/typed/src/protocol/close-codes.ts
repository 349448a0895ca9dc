import { CloseCode } from 'graphql-ws/client';
import { errorOf, type Problem, Refused, Unauthenticated, Unavailable } from './errors.ts';

/** Close codes after which a retry cannot succeed; all others are temporary. */
const final = new Set<number>([
  1002, // not the WebSocket protocol
  1003, // not this kind of message
  1007, // not text
  1008, // against a policy
  1009, // too long a message
  CloseCode.BadRequest,
  CloseCode.Unauthorized,
  CloseCode.SubprotocolNotAcceptable,
  CloseCode.SubscriberAlreadyExists,
  CloseCode.TooManyInitialisationRequests,
]);

/** Returns the error for a closed socket, or for an error that was received over it. */
export function errorFrom(thrown: unknown): Refused | Unavailable {
  if (thrown instanceof Refused || thrown instanceof Unavailable) return thrown;
  if (Array.isArray(thrown)) return errorOf(thrown as Problem[]);
  if (!isClosing(thrown)) return new Unavailable('UNREACHABLE', 'The gateway cannot be reached', { cause: thrown });
  const message = `The socket was closed: ${thrown.code} ${thrown.reason}`.trimEnd();
  if (thrown.code === CloseCode.Forbidden) return new Unauthenticated('UNAUTHENTICATED', message);
  const code = `SOCKET_${thrown.code}`;
  return final.has(thrown.code) ? new Refused(code, message) : new Unavailable(code, message, { cause: thrown });
}

const isClosing = (thrown: unknown): thrown is { code: number; reason: string } =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'reason' in thrown;
