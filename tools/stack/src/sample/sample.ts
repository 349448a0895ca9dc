import type { PlaceOrderInput } from '@waybill/client';
import { inSeconds, showOrder, type Terminal } from '@waybill/terminal';
import type { Gateway, Placed, Sighting } from './gateway.ts';

type Showing = { gateway: Gateway; terminal: Terminal; signal: AbortSignal; now: () => number };

/** Places one order as a customer would, and shows its progress until it ends. */
export async function showSampleOrder({ gateway, terminal, signal, now }: Showing): Promise<void> {
  const started = now();
  const order = await gateway.place({ ...customer, items: [{ sku: await gateway.firstProduct(), quantity: 2 }] });
  terminal.say('');
  terminal.say(`${terminal.paint.bold(`Sample order ${order.id}`)}, ${order.total.amount} ${order.total.currencyCode}`);
  terminal.say('');

  const show = showOrder(terminal, now);
  let last: Sighting | undefined;
  try {
    for await (const sighting of gateway.watch(order.id, signal)) {
      last = sighting;
      show.see(sighting);
    }
  } finally {
    show.end();
  }
  if (last) terminal.say(`\n${ending(order, last, inSeconds(now() - started))}`);
}

const customer: Omit<PlaceOrderInput, 'items'> = {
  customerId: 'CUST-1',
  customerEmail: 'sample@example.com',
  shippingAddress: { street: '1 Sample Street', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
};

function ending({ id }: Placed, { status, shipment, failure }: Sighting, time: string): string {
  if (status !== 'SHIPPED')
    return `Sample order ${id}: ${status} after ${time}${failure ? `: ${failure.message}` : ''}`;
  return `Sample order ${id}: SHIPPED in ${time}, ${shipment?.carrier ?? 'carrier'} ${shipment?.trackingNumber ?? ''}`;
}
