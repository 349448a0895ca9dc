import { connect, PlaceOrderDocument } from '@waybill/client';

const { WAYBILL_URL: url = 'http://127.0.0.1:4000/graphql', TOKEN: token = '' } = process.env;
const shop = connect({ url, token });
const shippingAddress = { street: '1 First Street', city: 'London', zip: 'N1 7AA', country: 'GB' };
const items = [{ sku: 'BOOK-001', quantity: 1 }];
const input = { customerId: 'CUST-1', customerEmail: 'ada@example.com', items, shippingAddress };
const { placeOrder } = await shop.request(PlaceOrderDocument, { input }, { idempotencyKey: crypto.randomUUID() });
if (placeOrder.__typename !== 'PlaceOrderPayload') throw new Error(placeOrder.message);
for await (const { status, progress } of shop.orders.watch(placeOrder.order.id)) console.log(status, `${progress} %`);
