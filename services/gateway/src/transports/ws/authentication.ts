import { GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import { type Authenticate, IssuerUnavailable, type Session } from '../../auth/session.ts';
import type { LimitPerUser } from '../../execution/limits/limit-per-user.ts';

/** 1013 is the standard "try again later", 4403 is "forbidden" in graphql-transport-ws; the others are ours. */
export const closeCodes = {
  tryAgainLater: 1013,
  forbidden: 4403,
  tooManySockets: 4420,
  tooManyMessages: 4421,
} as const;

type AuthenticationOptions = {
  authenticate: Authenticate;
  connections: LimitPerUser;
  onFault: (error: unknown) => void;
};

/** Authenticates sockets by a token, and counts them for each user. */
export function createAuthentication({ authenticate, connections, onFault }: AuthenticationOptions) {
  return async (socket: WebSocket, params: Record<string, unknown> | undefined): Promise<Session | undefined> => {
    const session = await verifySession(authenticate, params?.authorization);
    if (session instanceof GraphQLError) return refuse(socket, closeCodes.forbidden, session.message);
    if (session instanceof IssuerUnavailable) {
      onFault(session);
      return refuse(socket, closeCodes.tryAgainLater, 'Tokens cannot be verified right now');
    }
    const user = session.viewer?.id;
    if (user === undefined) return refuse(socket, closeCodes.forbidden, 'connectionParams.authorization is missing');
    if (socket.readyState !== socket.OPEN) return undefined; // the socket was closed while its token was verified
    const release = connections.acquire(user);
    if (!release) return refuse(socket, closeCodes.tooManySockets, 'The user has too many open connections');
    socket.once('close', release);
    return session;
  };
}

/** The session, or the reason why there is none. */
async function verifySession(
  authenticate: Authenticate,
  authorization: unknown,
): Promise<Session | GraphQLError | IssuerUnavailable> {
  try {
    return await authenticate(typeof authorization === 'string' ? authorization : null);
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof IssuerUnavailable) return error;
    throw error;
  }
}

function refuse(socket: WebSocket, code: number, why: string): undefined {
  socket.close(code, why);
}
