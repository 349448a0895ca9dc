import { SignJWT } from 'jose';

/** A token for each role, for development on one's own machine. */
export type DevelopmentTokens = Record<'customer' | 'manager' | 'operator', string>;

const lifetimeMs = 24 * 3_600_000;

/** The subjects of the tokens. The customer is the one of the examples. */
const people = { customer: 'CUST-1', manager: 'MANAGER-1', operator: 'OPERATOR-1' } as const;

type MintingOptions = { secret: string; issuer?: string | undefined; audience?: string | undefined };

/** Mints the three from the secret that tokens are verified with. */
export async function mintDevelopmentTokens(
  { secret, issuer, audience }: MintingOptions,
  now: Date,
): Promise<DevelopmentTokens> {
  const key = new TextEncoder().encode(secret);
  const mint = (role: keyof DevelopmentTokens) => {
    const token = new SignJWT({ role })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(people[role])
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + lifetimeMs));
    if (issuer) token.setIssuer(issuer);
    if (audience) token.setAudience(audience);
    return token.sign(key);
  };
  const [customer, manager, operator] = await Promise.all([mint('customer'), mint('manager'), mint('operator')]);
  return { customer, manager, operator };
}
