const startedAt = Date.now();

/** Tells whoever waits for a long proof how far it is. */
export const reportProgress = (what: string) =>
  console.log(`after ${Math.round((Date.now() - startedAt) / 1_000)} s: ${what}`);
