import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bearer token for each role, as the gateway of this machine hands them out. */
export type Tokens = Record<'customer' | 'manager' | 'operator', string>;

/**
 * What the gateway signs development tokens with: made once for a state folder, so that tokens outlive a restart.
 * Nothing where the environment brings keys of its own.
 */
export function developmentKey(stateDir: string, env: NodeJS.ProcessEnv): Record<string, string> {
  if (env.WAYBILL_JWT_SECRET || env.WAYBILL_JWKS_URL) return {};
  return { WAYBILL_JWT_SECRET: secretIn(join(stateDir, 'development-secret')), WAYBILL_DEV_TOKENS: 'on' };
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('base64url');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

/** The tokens; undefined where the gateway has none to give. */
export async function tokensFrom(gateway: string): Promise<Tokens | undefined> {
  const answer = await fetch(`${gateway}/dev/tokens`);
  if (!answer.ok) {
    await answer.body?.cancel();
    return undefined;
  }
  return (await answer.json()) as Tokens;
}
