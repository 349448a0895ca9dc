import type { AddressInput, OrderDetailsFragment, OrderItemInput, Waybill } from '@waybill/client';

/** What a dialog gathered. */
export type Given = { text?: string; item?: OrderItemInput; address?: AddressInput };

const noAddress: AddressInput = { street: '', city: '', country: '' };

/** The command of an action. */
export async function send(
  client: Waybill,
  order: OrderDetailsFragment,
  action: string,
  given: Given,
  commandId: string,
) {
  const { id: orderId } = order;
  const { text = '', item = { sku: '', quantity: 0 }, address = noAddress } = given;
  switch (action) {
    case 'APPROVE':
      return client.orders.approve(orderId, { commandId });
    case 'REJECT':
      return client.orders.reject(orderId, text, { commandId });
    case 'CANCEL':
      return client.orders.cancel(orderId, text, { commandId });
    case 'ADD_ITEM':
      return client.orders.addItem(orderId, item, { commandId });
    case 'CHANGE_ADDRESS':
      return client.orders.changeAddress(orderId, address, { commandId });
    default:
      throw new Error(`This page is older than the action ${action}: reload it`);
  }
}
