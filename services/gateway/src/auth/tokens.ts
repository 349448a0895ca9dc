import { BoundedCache } from '@waybill/bounded';
import { Line } from '@waybill/contracts';
import type { Viewer } from '@waybill/graphql';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { IssuerUnavailable, isOver, nobody, notBelieved, type Session, type Sessions } from './session.ts';

/** What a token must satisfy, and the key it is signed with. */
export type TokenRules = {
  key: { secret: string } | { jwksUrl: URL };
  issuer?: string | undefined;
  audience?: string | undefined;
};

const remembered = { entries: 10_000, bytes: 8 * 1024 * 1024, sizeOf: () => 300 };
/** A key that was taken back is noticed after this time at the latest. */
const rememberedMs = 60_000;

const Claims = z.object({
  sub: Line,
  role: z.enum(['customer', 'manager', 'operator']),
  exp: z.number(),
});

/** Verifies bearer tokens: HS256 by a shared secret, or any asymmetric signature by the issuer's published keys. */
export function sessionsOf(rules: TokenRules, now: () => Date): Sessions {
  const known = new BoundedCache<Session>({ ...remembered, ttlMs: rememberedMs });
  const verify = verifierOf(rules);

  return async (authorization) => {
    if (!authorization) return nobody;
    const remembered = known.get(authorization);
    if (remembered && !isOver(remembered, now())) return remembered;
    const session = sessionIn(await verify(tokenIn(authorization), now()));
    known.set(authorization, session);
    return session;
  };
}

function verifierOf({ key, issuer, audience }: TokenRules) {
  const options = { ...(issuer ? { issuer } : {}), ...(audience ? { audience } : {}) };
  const shared = 'secret' in key ? new TextEncoder().encode(key.secret) : undefined;
  const published = 'jwksUrl' in key ? createRemoteJWKSet(key.jwksUrl) : undefined;
  return async (token: string, currentDate: Date): Promise<JWTPayload> => {
    try {
      const { payload } = shared
        ? await jwtVerify(token, shared, { ...options, currentDate, algorithms: ['HS256'] })
        : await jwtVerify(token, published as NonNullable<typeof published>, { ...options, currentDate, algorithms });
      return payload;
    } catch (error) {
      throw refusalFor(error);
    }
  };
}

/** Published keys are public: a token signed *with* one as if it were a secret must not pass. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

function tokenIn(authorization: string): string {
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
  if (!token) throw notBelieved('Authorization must read "Bearer …"');
  return token;
}

function sessionIn(payload: JWTPayload): Session {
  const { success, data } = Claims.safeParse(payload);
  if (!success) throw notBelieved('The token needs the claims sub, exp, and role: customer, manager or operator');
  return { viewer: { id: data.sub, role: roles[data.role] }, endsAt: data.exp * 1_000 };
}

const roles = { customer: 'CUSTOMER', manager: 'MANAGER', operator: 'OPERATOR' } as const satisfies Record<
  string,
  Viewer['role']
>;

/** What is wrong with a token is its bearer's to know; an issuer whose keys cannot be had is a fault. */
function refusalFor(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return notBelieved('The token has expired');
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) return new IssuerUnavailable(error);
  return notBelieved('The token is not valid here');
}
