import { GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import { IssuerUnavailable, type Session, type Sessions } from '../../auth/session.ts';
import type { Presence } from '../../execution/limits/connection-count.ts';

/** 1013 is every WebSocket's "try again later", 4403 graphql-transport-ws's own "forbidden"; the others are ours. */
export const closeCodes = {
  tryAgainLater: 1013,
  forbidden: 4403,
  tooManySockets: 4420,
  tooManyMessages: 4421,
} as const;

type AdmissionParts = { sessions: Sessions; presence: Presence; onFault: (error: unknown) => void };

/** Lets sockets in: with a token that is believed, and so many for each user. */
export function admissionOf({ sessions, presence, onFault }: AdmissionParts) {
  return async (socket: WebSocket, params: Record<string, unknown> | undefined): Promise<Session | undefined> => {
    const session = await believed(sessions, params?.authorization);
    if (session instanceof GraphQLError) return refuse(socket, closeCodes.forbidden, session.message);
    if (session instanceof IssuerUnavailable) {
      onFault(session);
      return refuse(socket, closeCodes.tryAgainLater, 'Tokens cannot be verified right now');
    }
    const user = session.viewer?.id;
    if (user === undefined) return refuse(socket, closeCodes.forbidden, 'connectionParams.authorization is missing');
    if (socket.readyState !== socket.OPEN) return undefined; // it closed while its token was checked
    const leave = presence.enter(user);
    if (!leave) return refuse(socket, closeCodes.tooManySockets, 'Too many sockets of one user');
    socket.once('close', leave);
    return session;
  };
}

/** The session, or why there is none. */
async function believed(
  sessions: Sessions,
  authorization: unknown,
): Promise<Session | GraphQLError | IssuerUnavailable> {
  try {
    return await sessions(typeof authorization === 'string' ? authorization : null);
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof IssuerUnavailable) return error;
    throw error;
  }
}

function refuse(socket: WebSocket, code: number, why: string): undefined {
  socket.close(code, why);
}
