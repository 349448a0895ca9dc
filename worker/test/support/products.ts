import type { OrderItem } from '@waybill/contracts/domain';

export const mug: OrderItem = {
  sku: 'MUG',
  name: 'Mug',
  quantity: 1,
  unitPrice: { amountMinor: 900, currencyCode: 'USD' },
};
