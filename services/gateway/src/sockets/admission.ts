import { GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import type { Session, Sessions } from '../auth/session.ts';
import type { Presence } from '../limits/presence.ts';

/** 4403 is graphql-transport-ws's own "forbidden"; the others are ours. */
export const closeCodes = { forbidden: 4403, tooManySockets: 4420, tooManyMessages: 4421 } as const;

/** A socket that has said who it is. */
export type Admitted = { session: Session; leave: () => void };

type AdmissionParts = { sessions: Sessions; presence: Presence };

/** Lets sockets in: with a token that is believed, and so many for each user. */
export function admissionOf({ sessions, presence }: AdmissionParts) {
  return async (socket: WebSocket, params: Record<string, unknown> | undefined): Promise<Admitted | undefined> => {
    const session = await believed(sessions, params?.authorization);
    if (typeof session === 'string') return refuse(socket, closeCodes.forbidden, session);
    const user = session.viewer?.id;
    if (user === undefined) return refuse(socket, closeCodes.forbidden, 'connectionParams.authorization is missing');
    if (!presence.enter(user)) return refuse(socket, closeCodes.tooManySockets, 'Too many sockets of one user');
    return { session, leave: () => presence.leave(user) };
  };
}

/** The session, or why there is none. */
async function believed(sessions: Sessions, authorization: unknown): Promise<Session | string> {
  try {
    return await sessions(typeof authorization === 'string' ? authorization : null);
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

function refuse(socket: WebSocket, code: number, why: string): undefined {
  socket.close(code, why);
}
