import type { Grant } from './code-flow.ts';

type RenewalParts = {
  renew: (refreshToken: string) => Promise<Grant>;
  tokens: { get: () => string | null; set: (token: string) => void };
  /** Milliseconds of a clock that nobody can set. */
  now: () => number;
};

/** A token is renewed so long before its end. */
const leewayMs = 30_000;

/**
 * Renews the token of one sign-in, before it ends and for all who ask at once. The refresh token lives in memory alone. Where it
 * cannot be renewed, the token stays as it is, and its end is seen by the gateway's word.
 */
export function createRenewal({ renew, tokens, now }: RenewalParts) {
  let held: (Grant & { endsAt: number }) | undefined;
  let renewing: Promise<void> | undefined;

  const hold = (grant: Grant) => {
    held = { ...grant, endsAt: now() + (grant.expiresInS ?? Number.POSITIVE_INFINITY) * 1_000 };
    tokens.set(grant.token);
  };
  const renewHeld = async (refreshToken: string) => {
    const before = tokens.get();
    try {
      const grant = await renew(refreshToken);
      if (tokens.get() === before) hold(grant); // who signed out meanwhile stays out
    } catch {
      if (held) held.endsAt = now() + leewayMs; // it is tried again when its end is nearer, or was
    }
  };

  return {
    hold,
    /** The token as it is now, renewed where that is due. */
    async current(): Promise<string> {
      if (held && held.token !== tokens.get()) held = undefined; // somebody has signed out, or in otherwise
      if (held?.refreshToken && held.endsAt - leewayMs <= now()) {
        renewing ??= renewHeld(held.refreshToken).finally(() => {
          renewing = undefined;
        });
        await renewing;
      }
      return tokens.get() ?? '';
    },
  };
}
