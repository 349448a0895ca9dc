import { lineTotal } from '@waybill/contracts';
import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';

export const OrderItem = builder.objectRef<domain.OrderItem>('OrderItem').implement({
  description: 'An order line.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'SKU of the product.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Name of the product when it was ordered; null if unknown.',
    }),
    quantity: t.exposeInt('quantity', { description: 'Ordered quantity.' }),
    unitPrice: t.expose('unitPrice', { type: 'Money', description: 'Price of one unit.' }),
    lineTotal: t.field({
      type: 'Money',
      description: 'Total of the line: quantity times unit price.',
      resolve: (item) => ({ ...item.unitPrice, amountMinor: lineTotal(item) }),
    }),
  }),
});
