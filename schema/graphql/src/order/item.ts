import { lineTotal } from '@waybill/contracts';
import type * as domain from '@waybill/contracts/words';
import { builder } from '../builder.ts';

export const OrderItem = builder.objectRef<domain.OrderItem>('OrderItem').implement({
  description: 'One line of an order.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'Which product.' }),
    name: t.exposeString('name', { nullable: true, description: 'What the catalogue called it when it was ordered.' }),
    quantity: t.exposeInt('quantity', { description: 'How many.' }),
    unitPrice: t.expose('unitPrice', { type: 'Money', description: 'What one costs.' }),
    lineTotal: t.field({
      type: 'Money',
      description: 'What the line costs.',
      resolve: (item) => ({ ...item.unitPrice, amountMinor: lineTotal(item) }),
    }),
  }),
});
