import type * as domain from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { PaymentStatus } from './enums.ts';

export const Payment = builder.objectRef<domain.Payment>('Payment').implement({
  description: 'The money of an order.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What the payment provider calls it.' }),
    status: t.expose('status', { type: PaymentStatus, description: 'How it stands.' }),
    authorized: t.expose('authorized', { type: 'Money', nullable: true, description: 'What was held.' }),
    captured: t.expose('captured', { type: 'Money', nullable: true, description: 'What was charged.' }),
    refunded: t.expose('refunded', { type: 'Money', nullable: true, description: 'What was given back.' }),
  }),
});
