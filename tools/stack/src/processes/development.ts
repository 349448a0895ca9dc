import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isLoopback } from '@waybill/contracts';
import { readSettings } from '@waybill/contracts/settings';

/** A bearer token for each role, from the gateway of this machine. */
export type Tokens = Record<'customer' | 'manager' | 'operator', string>;

/**
 * The key of development tokens: created once per state folder, so that tokens survive a restart. None if the
 * environment has keys.
 */
export function developmentKey(stateDir: string, env: NodeJS.ProcessEnv): Record<string, string> {
  if (env.WAYBILL_JWT_SECRET || env.WAYBILL_JWKS_URL) return {};
  const developmentTokens =
    env.WAYBILL_DEV_TOKENS || (isLoopback(readSettings('stack', env).WAYBILL_GATEWAY_HOST) ? 'on' : 'off');
  return {
    WAYBILL_JWT_SECRET: secretIn(join(stateDir, 'development-secret')),
    WAYBILL_DEV_TOKENS: developmentTokens,
    WAYBILL_OPEN_ALIASES: env.WAYBILL_OPEN_ALIASES || developmentTokens,
  };
}

/** A stack that was killed, or met a full disk, has written only a part of its secret: that is replaced. */
function secretIn(file: string): string {
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const secret = randomBytes(32).toString('base64url');
  if (kept.length >= secret.length) return kept;
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

const patienceMs = 60_000;

/** The tokens; undefined if the gateway serves none. Retries while the gateway restarts. */
export async function tokensFrom(gateway: string, signal: AbortSignal): Promise<Tokens | undefined> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await askForTokens(gateway, AbortSignal.any([signal, AbortSignal.timeout(5_000)]));
    } catch (error) {
      signal.throwIfAborted();
      if (Date.now() > deadline) throw new Error(`The gateway has returned no tokens: ${(error as Error).message}`);
      await pause(100, undefined, { signal });
    }
  }
}

async function askForTokens(gateway: string, signal: AbortSignal): Promise<Tokens | undefined> {
  const answer = await fetch(`${gateway}/dev/tokens`, { signal });
  if (answer.ok) return (await answer.json()) as Tokens;
  await answer.body?.cancel();
  return undefined;
}
