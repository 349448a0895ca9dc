/** Does nothing: its existence under an id derived from the key records the key. Its memo names the order. */
export async function holdIdempotencyKey(): Promise<void> {}
