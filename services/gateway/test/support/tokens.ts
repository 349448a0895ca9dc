import { type Access, createAccess } from '@waybill/gateway';
import { SignJWT } from 'jose';

export const secret = 'a secret that only the tests know of';

/** The development profile, with a key that tests can sign with. */
export const anAccess = (changes: Partial<Access> = {}): Access => ({
  ...createAccess({
    WAYBILL_GATEWAY_HOST: '127.0.0.1',
    WAYBILL_JWT_SECRET: secret,
    WAYBILL_DEV_TOKENS: 'on',
    WAYBILL_JWT_ROLE_CLAIM: 'role',
    WAYBILL_ALLOWED_ORIGINS: [],
  }),
  ...changes,
});

type Claims = { sub?: string; role?: string; endsInMs?: number; issuer?: string; audience?: string };

/** A token of an operator, or with the given claims. */
export function aToken(
  { sub = 'otto', role = 'operator', endsInMs = 3_600_000, issuer, audience }: Claims = {},
  key = secret,
) {
  const token = new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime((Date.now() + endsInMs) / 1_000);
  if (issuer) token.setIssuer(issuer);
  if (audience) token.setAudience(audience);
  return token.sign(new TextEncoder().encode(key));
}
