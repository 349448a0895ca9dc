import { z } from '@hono/zod-openapi';
import { CatalogueDocument, ViewerDocument } from '@waybill/client';
import type { PlaceOf } from '../field-places.ts';
import { invalid } from '../parameters.ts';
import type { Call, Tools } from '../route.ts';

// The translation of other systems' requests. Unknown fields are ignored at every level.

type Body = Record<string, unknown>;

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that is not an object is kept, and refused later. */
function pick(value: unknown, names: readonly string[]): unknown {
  if (!isBody(value)) return value;
  return Object.fromEntries(names.flatMap((name) => (value[name] == null ? [] : [[name, value[name]]])));
}

const addressFields = ['street', 'city', 'state', 'zip', 'country'];
const mapped = (value: unknown, each: (entry: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(each) : value;

export const PlaceRequest = z
  .looseObject({
    orderId: z.string().optional(),
    customerId: z.string(),
    customerEmail: z.string(),
    items: z.array(z.looseObject({ sku: z.string(), quantity: z.int(), price: z.number().optional() })),
    totalAmount: z.number().optional(),
    shippingAddress: z.looseObject({ street: z.string(), city: z.string(), country: z.string() }),
    requiresApproval: z.boolean().optional(),
  })
  .openapi('PlaceOrderOfAliases');

export const placeInput = (body: Body, over: Body = {}): Body => ({
  ...(pick(body, ['orderId', 'customerId', 'customerEmail', 'totalAmount', 'requiresApproval']) as Body),
  items: mapped(body.items, (item) => pick(item, ['sku', 'quantity', 'price'])),
  shippingAddress: pick(body.shippingAddress, addressFields),
  ...over,
});

export const StartRequest = z
  .looseObject({
    payment_id: z.string().optional(),
    items: z
      .array(z.looseObject({ name: z.string().optional(), sku: z.string().optional(), quantity: z.int().default(1) }))
      .optional(),
    address: z.looseObject({ street: z.string(), city: z.string(), zip: z.string().optional() }),
  })
  .openapi('StartOrderOfAliases');

const sampleBasket = [{ sku: 'ITEM-001', quantity: 1 }];

/** Completes an order with what these requests omit: customer, e-mail, country and, without items, a sample basket. */
export async function startInput(call: Call, tools: Tools): Promise<Body> {
  const { body, params, context } = call;
  const { data } = await tools.run(ViewerDocument, {}, context);
  const viewer = data?.viewer as { id: string; role: string } | undefined;
  const customerId = viewer?.role === 'CUSTOMER' ? viewer.id : 'CUST-1';
  const items = body.items as Body[] | undefined;
  return {
    orderId: params.id,
    customerId,
    customerEmail: `${mailbox(customerId)}@example.com`,
    requiresApproval: true,
    ...(body.payment_id === undefined ? {} : { paymentReference: body.payment_id }),
    approvalTimeout: items ? 'PT5M' : 'PT30S',
    items: items ? await itemsNamed(items, call, tools) : sampleBasket,
    shippingAddress: { country: 'US', ...(pick(body.address, addressFields) as Body) },
  };
}

const placesInStart: Readonly<Record<string, string>> = {
  orderId: 'id',
  paymentReference: 'payment_id',
  shippingAddress: 'address',
};

/** Where a request to start has each field of that order. */
export const placeInStart =
  ({ body }: Pick<Call, 'body'>): PlaceOf =>
  ([field = '', ...below]) => {
    const [at = '', name] = below;
    const isNamed =
      field === 'items' && name === 'sku' && (body.items as Body[] | undefined)?.[Number(at)]?.sku === undefined;
    return isNamed ? [field, at, 'name'] : [placesInStart[field] ?? field, ...below];
  };

const mailbox = (customerId: string): string => customerId.replace(/[^\w-]/g, '').slice(0, 60) || 'customer';

/** Products that are ordered by name. */
async function itemsNamed(items: Body[], { context }: Call, { run }: Tools): Promise<unknown[]> {
  const { data } = await run(CatalogueDocument, {}, context);
  const products = (data?.catalogue ?? []) as { sku: string; name: string }[];
  return items.map((item, at) => {
    const found = products.filter(({ name }) => name === item.name);
    if (item.sku === undefined && found.length !== 1)
      throw invalid([{ path: ['items', `${at}`, 'name'], message: whyNoProduct(item.name, found.length) }]);
    return { ...(pick(item, ['quantity', 'price']) as Body), sku: item.sku ?? found[0]?.sku };
  });
}

function whyNoProduct(name: unknown, count: number): string {
  if (name === undefined) return 'is missing';
  return count === 0 ? 'is no product of the catalogue' : 'is the name of several products: give the sku';
}

export const AddressRequest = z
  .looseObject({
    address: z.looseObject(Object.fromEntries(addressFields.map((name) => [name, z.string().optional()]))),
  })
  .openapi('UpdateAddressOfAliases');

export const addressInput = ({ address }: Body): Body => pick(address, addressFields) as Body;

export const placeInAddress: PlaceOf = (path) => ['address', ...path];

export const CommandRequest = z
  .looseObject({ reason: z.string().optional(), note: z.string().optional() })
  .openapi('CommandOfAliases');

export const reasonInput = ({ reason }: Body): Body => ({ reason: reason ?? 'by REST' });
export const noteInput = (body: Body): Body => pick(body, ['note']) as Body;
