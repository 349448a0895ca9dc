/** A bearer token, or a function that returns a new one. */
export type TokenSource = string | (() => string | Promise<string>);

export type Tokens = ReturnType<typeof createTokens>;

/** One token for all requests and streams, which is requested once, and again after it was refused. */
export function createTokens(source: TokenSource) {
  const ask = typeof source === 'string' ? () => source : source;
  let held: Promise<string> | undefined;

  return {
    async current(): Promise<string> {
      held ??= Promise.resolve().then(ask);
      const asking = held;
      try {
        return await asking;
      } catch (error) {
        if (held === asking) held = undefined;
        throw error;
      }
    },

    /** Drops the token, unless it was already replaced. */
    async refused(token: string): Promise<void> {
      const before = held;
      const known = await before?.catch(() => undefined);
      if (known === token && held === before) held = undefined;
    },
  };
}
