import { BookRefused } from '../domain/refused.ts';

type Holders = { holderOf(ids: readonly string[]): Promise<string | undefined> };

/** An id is used once: an order's or a run's own, and the one that its idempotency key stands for. */
export async function refuseTakenIds(
  { holderOf }: Holders,
  name: string,
  id: string,
  keyId: string | undefined,
): Promise<void> {
  const holder = await holderOf(keyId === undefined ? [id] : [id, keyId]);
  if (holder !== undefined)
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `The id or the key of ${name} stands for ${holder}`);
}
