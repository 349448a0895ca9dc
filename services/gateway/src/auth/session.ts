import type { Viewer } from '@waybill/graphql';
import { GraphQLError } from 'graphql';

/** The authenticated viewer of a request or socket. */
export type Session = {
  viewer: Viewer | null;
  /** Expiry of its token, in milliseconds since 1970: nothing is sent to it afterwards. */
  endsAt: number;
  /** The same in RFC 3339; null beyond the year 9999. */
  expiresAt: string | null;
};

/** A client without a token. */
export const anonymous: Session = { viewer: null, endsAt: Number.POSITIVE_INFINITY, expiresAt: null };

/** Reads the session from an `Authorization` header; rejects with `UNAUTHENTICATED` when the token is not valid. */
export type Authenticate = (authorization: string | null | undefined) => Promise<Session>;

/** Credentials that are not valid. The status is 401 where the media type allows one. */
export const unauthenticated = (why: string): GraphQLError =>
  new GraphQLError(why, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401, spec: true } } });

/** Ends whatever was begun with a token that has expired since. */
export const tokenExpired = (): GraphQLError => unauthenticated('The token has expired');

export const isOver = ({ endsAt }: Session, now: Date): boolean => endsAt <= now.getTime();

const longestTimerMs = 2 ** 31 - 1;

/** A timer for the end of a token; one that outlasts the longest timer needs none. */
export const atTokenEnd = (endsInMs: number, then: () => void): NodeJS.Timeout | undefined =>
  endsInMs < longestTimerMs ? setTimeout(then, endsInMs) : undefined;

/** The keys that tokens are verified with are unavailable. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  constructor(cause: unknown) {
    super(`The token issuer's keys are unavailable: ${cause}`, { cause });
  }
}
