import type { Viewer } from '@waybill/graphql';
import { GraphQLError } from 'graphql';

/** Who speaks, and until when. */
export type Session = {
  viewer: Viewer | null;
  /** When its token expires, in milliseconds since 1970: nothing is answered or streamed to it after that. */
  endsAt: number;
};

/** Someone without a token. */
export const nobody: Session = { viewer: null, endsAt: Number.POSITIVE_INFINITY };

/** Reads the session out of an `Authorization` header; rejects with `UNAUTHENTICATED` when it cannot be believed. */
export type Sessions = (authorization: string | null | undefined) => Promise<Session>;

/** A request that names someone and cannot prove it. HTTP says 401 where the media type has room for a status. */
export const notBelieved = (why: string): GraphQLError =>
  new GraphQLError(why, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401, spec: true } } });

export const isOver = ({ endsAt }: Session, now: Date): boolean => endsAt <= now.getTime();

/** The keys that tokens are verified with cannot be had just now. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  constructor(cause: unknown) {
    super(`The token issuer's keys cannot be had: ${cause}`, { cause });
  }
}
