import { BoundedCache } from '@waybill/bounded';
import { GivenLine } from '@waybill/contracts';
import type { Log } from '@waybill/platform';
import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { createPublishedKeys, type Keys } from './published-keys.ts';
import { roleIn } from './role.ts';
import { type Authenticate, anonymous, IssuerUnavailable, isOver, type Session, unauthenticated } from './session.ts';

/** The claims that a token must have, and the key it is signed with: of secrets the first signs, each verifies. */
export type TokenRules = {
  key: { secrets: readonly [string, ...string[]] } | { jwksUrl: URL };
  issuer?: string | undefined;
  audience?: string | undefined;
  /** The claim that contains the role; a nested claim is written with dots. */
  roleClaim: string;
};

const remembered = { entries: 10_000, bytes: 8 * 1024 * 1024, sizeOf: () => 300 };
/** The tolerated difference between the clocks of issuer and gateway. */
const leewaySeconds = 5;

/** Names in a journal must be readable: no invisible characters, and none that reverse the text. */
const Claims = z.object({ sub: GivenLine.refine((sub) => !/\p{Cf}/u.test(sub)), exp: z.number() });

/** A verified token, by the keys of that revision. */
type Verified = { session: Session; revision: number };

/** Verifies bearer tokens: HS256 by shared secrets, or any asymmetric signature by the issuer's published keys. */
export function createAuthenticate(rules: TokenRules, now: () => Date, log?: Log): Authenticate {
  const { key } = rules;
  const { verify, revision, isDue } =
    'secrets' in key ? bySecrets(key.secrets) : byPublishedKeys(createPublishedKeys(key.jwksUrl, { now, log }));
  const known = new BoundedCache<Verified>(remembered);
  const expected = expectedOf(rules);
  const holds = (verified: Verified) =>
    !isOver(verified.session, now()) && verified.revision === revision() && !isDue();

  return async (authorization) => {
    if (!authorization) return anonymous;
    const verified = known.get(authorization);
    if (verified && holds(verified)) return verified.session;
    known.delete(authorization);
    const verifiedBy = revision();
    const payload = await verify(tokenIn(authorization), { ...expected, currentDate: now() });
    const session = sessionIn(payload, rules.roleClaim);
    known.set(authorization, { session, revision: verifiedBy });
    return session;
  };
}

const expectedOf = ({ key, issuer, audience }: TokenRules): JWTVerifyOptions => ({
  ...(issuer ? { issuer } : {}),
  ...(audience ? { audience } : {}),
  algorithms: 'secrets' in key ? ['HS256'] : algorithms,
  clockTolerance: leewaySeconds,
});

type Verifier = Omit<Keys, 'keyOf'> & { verify: (token: string, options: JWTVerifyOptions) => Promise<JWTPayload> };

/** Secrets are the same as long as the process runs. */
function bySecrets(secrets: readonly string[]): Verifier {
  const keys = secrets.map((secret) => new TextEncoder().encode(secret));
  return {
    isDue: () => false,
    revision: () => 0,
    verify: (token, options) => verifiedByOneOf(keys, token, options),
  };
}

/** A token without a key id is verified with each suitable key. */
const byPublishedKeys = ({ keyOf, ...keys }: Keys): Verifier => ({
  ...keys,
  async verify(token, options) {
    try {
      return (await jwtVerify(token, keyOf, options)).payload;
    } catch (error) {
      const several = error instanceof errors.JWKSMultipleMatchingKeys;
      if (several) return verifiedByOneOf(error, token, options);
      throw refusalFor(error);
    }
  },
});

async function verifiedByOneOf(
  keys: Iterable<Uint8Array> | AsyncIterable<CryptoKey>,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw refusalFor(error);
    }
  }
  throw notValid();
}

/** Published keys are public: a token signed *with* one as if it were a secret must not pass. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

function tokenIn(authorization: string): string {
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
  if (!token) throw unauthenticated('Authorization must read "Bearer …"');
  return token;
}

function sessionIn(payload: JWTPayload, roleClaim: string): Session {
  const { data } = Claims.safeParse(payload);
  const role = roleIn(payload, roleClaim);
  if (!data || !role) {
    throw unauthenticated(`The token needs the claims sub, exp, and ${roleClaim}: customer, manager or operator`);
  }
  if ((data.exp + leewaySeconds) * 1_000 > lastDateMs) throw notValid();
  return {
    viewer: { id: data.sub, role },
    endsAt: (data.exp + leewaySeconds) * 1_000,
    expiresAt: data.exp <= lastSecond ? new Date(data.exp * 1_000).toISOString() : null,
  };
}

/** The last moment that a date can hold. */
const lastDateMs = 8.64e15;
const lastSecond = Date.parse('9999-12-31T23:59:59Z') / 1_000;

/** An error of the token is shown to its bearer; any other failure is one of its issuer. */
function refusalFor(error: unknown): Error {
  if (error instanceof IssuerUnavailable) return error;
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired');
  return error instanceof errors.JOSEError ? notValid() : new IssuerUnavailable(error);
}

const notValid = () => unauthenticated('The token is not valid here');
