import type { Believed } from './model.ts';
import type { TestProviders } from './test-providers.ts';

/** The state of an order at the providers, in the terms of the model. */
export async function told(
  { payment, inventory, shipping }: TestProviders,
  orderId: string,
): Promise<Omit<Believed, 'undone' | 'labelClosed'>> {
  const [paid, reserved, shipped] = await Promise.all([
    payment.status({ orderId }),
    inventory.status({ orderId }),
    shipping.status({ orderId }),
  ]);
  const payments = {
    AUTHORIZED: 'held',
    CAPTURED: 'captured',
    REFUNDED: 'refunded',
    RELEASED: 'closed',
    FAILED: 'dead',
    PENDING: 'none',
  } as const;
  const shipments = {
    PREPARING: 'none',
    PREPARED: 'prepared',
    LABELING: 'labeled',
    LABELED: 'labeled',
    DISPATCHED: 'dispatched',
    CANCELLED: 'closed',
  } as const;
  return {
    payment: paid ? payments[paid.status] : 'none',
    stock: reserved ? (reserved.status === 'RESERVED' ? 'reserved' : 'closed') : 'none',
    shipment: shipped ? shipments[shipped.status] : 'none',
  };
}
