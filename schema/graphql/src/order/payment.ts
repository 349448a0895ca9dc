import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { PaymentStatus } from './enums.ts';

export const Payment = builder.objectRef<domain.Payment>('Payment').implement({
  description: 'The payment of an order.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id assigned by the payment provider.' }),
    status: t.expose('status', { type: PaymentStatus, description: 'Current status.' }),
    authorized: t.expose('authorized', {
      type: 'Money',
      nullable: true,
      description: 'Authorized amount; null before the authorization.',
    }),
    captured: t.expose('captured', {
      type: 'Money',
      nullable: true,
      description: 'Captured amount; null before the capture.',
    }),
    refunded: t.expose('refunded', {
      type: 'Money',
      nullable: true,
      description: 'Refunded amount; null if nothing was refunded.',
    }),
  }),
});
