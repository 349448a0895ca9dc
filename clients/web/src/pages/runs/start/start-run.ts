import type { RunStrategy, Waybill } from '@waybill/client';
import { addressIn, textsOf } from '../../../components/form-texts.ts';
import { isoDuration } from '../../../time/iso-duration.ts';
import type { StartedKind } from './kinds.ts';

/** Starts the run that a form describes. */
export async function startRun(client: Waybill, kind: StartedKind, form: FormData, idempotencyKey: string) {
  const text = textsOf(form);
  const options = { idempotencyKey };
  switch (kind) {
    case 'payment': {
      const [orderId, customerId, amount] = [text('orderId'), text('customerId'), text('amount')];
      return client.runs.startPayment({ orderId, customerId, amount, currencyCode: text('currencyCode') }, options);
    }
    case 'greeting':
      return client.runs.greet({ name: text('name') }, options);
    case 'user-context': {
      const strategy = text('strategy') as RunStrategy;
      return client.runs.startUserContext({ userId: text('userId') || null, strategy }, options);
    }
    case 'standing-order': {
      const times = text('times');
      const every = isoDuration(text('every'), text('everyUnit'));
      const input = { every, ...(times && { times: Number(times) }), order: templateIn(text) };
      return client.standingOrders.start(input, options);
    }
  }
}

const templateIn = (text: (name: string) => string) => ({
  customerId: text('customerId'),
  customerEmail: text('customerEmail'),
  items: [{ sku: text('sku'), quantity: Number(text('quantity')) }],
  shippingAddress: addressIn(text),
});
