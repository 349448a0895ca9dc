import { readSettings } from '@waybill/contracts/settings';
import { createGatewayOptions, type GatewayOptions } from '@waybill/gateway';
import { openLog } from '@waybill/platform';
import type { Observe } from './effect.ts';
import { stand } from './stand-ins.ts';

export type CreatedOptions = ReturnType<typeof createGatewayOptions>;

/** What a gateway that is created from these settings has of this. */
export const gatewayEffect =
  (look: (options: CreatedOptions) => unknown): Observe =>
  async (env) => {
    const options = createGatewayOptions(readSettings('gateway', env), openLog('test', 'silent'));
    const seen = await look(options);
    await options.close();
    return seen;
  };

/** Whether a neighbour receives this text from a gateway. */
export const says = (words: string, work: (options: CreatedOptions) => Promise<unknown>): Observe =>
  gatewayEffect((options) => stand.areTold(words, () => work(options)));

export const placing = ({ orders }: CreatedOptions) => orders.place(anOrder, { idempotencyKey: null, caller: 'ada' });

const anOrder: Parameters<GatewayOptions['orders']['place']>[0] = {
  orderId: null,
  customerId: 'ada',
  customerEmail: 'ada@example.com',
  items: [],
  total: { amountMinor: 0, currencyCode: 'USD' },
  shippingAddress: { street: '', city: '', state: null, zip: '', country: 'GB' },
  requiresApproval: false,
  approvalTimeoutMs: 1,
  autoApproveAfterMs: null,
  plan: 'AUTHORIZE_FIRST',
  placedAt: '2026-01-01T00:00:00Z',
  placedBy: 'ada',
  correlationId: 'c',
};
