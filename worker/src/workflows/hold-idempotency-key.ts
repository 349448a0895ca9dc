/** Does nothing: that it exists, under an id made from the key, is what remembers the key. Its memo names the order. */
export async function holdIdempotencyKey(): Promise<void> {}
