import type { OrderState } from '@waybill/contracts/domain';
import type { Place } from '../domain/books.ts';
import { BookRefused } from '../domain/refusals.ts';

type Holders = { holderOf(ids: readonly string[]): Promise<string | undefined> };

/** An id is used once: the own id of an order or a run, and the one derived from its idempotency key. */
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

/** A payment reference belongs to one order for ever. */
export async function refuseTakenReference(
  { claimReference }: Pick<Place, 'claimReference'>,
  { orderId, paymentReference }: Pick<OrderState, 'orderId' | 'paymentReference'>,
): Promise<void> {
  if (paymentReference === null) return;
  const holder = await claimReference(paymentReference);
  if (holder !== orderId)
    throw new BookRefused(
      'IDEMPOTENCY_CONFLICT',
      `The payment reference of order ${orderId} is held by order ${holder}`,
    );
}
