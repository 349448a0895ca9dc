import { SignJWT } from 'jose';

export const secret = 'a secret that is only good for measuring';

/** A token of an operator, with more claims than it needs, as real ones have. */
export const aToken = (): Promise<string> =>
  new SignJWT({ role: 'operator', name: 'Otto Normal', email: 'otto@example.com' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('otto')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(secret));
