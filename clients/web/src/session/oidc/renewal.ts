import type { Grant } from './code-flow.ts';

type RenewalParts = {
  renew: (refreshToken: string) => Promise<Grant>;
  tokens: { get: () => string | null; set: (token: string) => void };
  /** Milliseconds of a monotonic clock. */
  now: () => number;
};

/** A token is renewed this long before it expires. */
const leewayMs = 30_000;

/**
 * Renews the token of one sign-in before it expires, once for all concurrent callers. The refresh token is kept only in
 * memory. A token that cannot be renewed is used until the gateway refuses it.
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
      if (tokens.get() === before) hold(grant); // the user signed out meanwhile
    } catch {
      if (held) held.endsAt = now() + leewayMs; // it is tried again closer to its expiry, or after it
    }
  };

  return {
    hold,
    /** Returns the current token, renewed if that is due. */
    async current(): Promise<string> {
      if (held && held.token !== tokens.get()) held = undefined; // the user has signed out, or in with another token
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
