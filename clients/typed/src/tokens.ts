/** A bearer token, or whoever gives one whenever a new one is needed. */
export type TokenSource = string | (() => string | Promise<string>);

export type Tokens = ReturnType<typeof createTokens>;

/** One token for everything that is open, asked for once however many need it, and again once it was refused. */
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

    /** Who is refused with a token that was replaced meanwhile finds the new one. */
    async refused(token: string): Promise<void> {
      const asked = held;
      const known = await asked?.catch(() => undefined);
      if (known === token && held === asked) held = undefined;
    },
  };
}
