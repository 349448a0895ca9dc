import type { PlaceOrderInput } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { usage } from '../problems/problems.ts';
import { addressFrom, type DestinationOptions } from './destination.ts';
import { duration } from './durations.ts';
import { readJson } from './json-file.ts';
import { plans, wordFrom } from './words.ts';

/** What `place` and a standing order order. */
export type TemplateOptions = DestinationOptions & { sku?: string[]; file?: string; customer?: string };

export type PlaceOptions = TemplateOptions & {
  id?: string;
  approval?: boolean;
  timeout?: string;
  autoApproveAfter?: string;
  plan?: string;
};

const sampleAddress = { street: '1 Sample Street', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const sampleEmail = 'sample@example.com';

/** Builds the input of an order from a file, from options, or from both; options override the file. */
export async function placementFrom(
  context: Context,
  args: readonly string[],
  options: PlaceOptions,
): Promise<PlaceOrderInput> {
  const [id = options.id, paymentReference] = args;
  const { timeout, autoApproveAfter } = options;
  const { items, ...file } = await templateFrom(context, options);
  const said = {
    ...(id && { orderId: id }),
    ...(paymentReference && { paymentReference }),
    ...(options.approval && { requiresApproval: true }),
    ...(timeout && { approvalTimeout: duration(timeout, '--timeout') }),
    ...(autoApproveAfter && { autoApproveAfter: duration(autoApproveAfter, '--auto-approve-after') }),
    ...(options.plan && { plan: wordFrom(options.plan, plans, 'plan') }),
  };
  const given = { ...file, ...said, items };
  return given.customerId && given.customerEmail && given.shippingAddress
    ? (given as PlaceOrderInput)
    : ({ ...(await sampleFor(context, given)), ...given } as PlaceOrderInput);
}

/** Reads the file of an order; options override its items, address and e-mail address. */
export async function templateFrom(context: Context, options: TemplateOptions) {
  const given = options.file ? shapeOf(await readJson(context, options.file)) : {};
  const items = options.sku?.map(itemFrom) ?? given.items;
  const shippingAddress = addressFrom(options, given.shippingAddress);
  const { email, customer } = options;
  if (!items) throw usage('An order needs items: give --sku MUG-001:2, or --file order.json');
  return {
    ...given,
    items,
    ...(shippingAddress && { shippingAddress }),
    ...(email && { customerEmail: email }),
    ...(customer && { customerId: customer }),
  };
}

/** Defaults for what is not given: the viewer's own id and a sample address. */
export async function sampleFor(
  { client, note, signal }: Context,
  { shippingAddress, customerId, customerEmail }: Partial<PlaceOrderInput>,
) {
  const viewer = customerId ? { id: customerId } : await (await client()).viewer({ signal });
  if (!shippingAddress)
    note(`No address was given: a sample address is used (${sampleAddress.street}, ${sampleAddress.city}).`);
  else if (!customerEmail) note(`No e-mail address was given: ${sampleEmail} is told.`);
  return { customerId: viewer.id, customerEmail: sampleEmail, shippingAddress: sampleAddress };
}

export function itemFrom(text: string): PlaceOrderInput['items'][number] {
  const [sku, quantity = '1', price, ...more] = text.split(':');
  if (!sku || !/^\d+$/.test(quantity) || more.length > 0)
    throw usage(`--sku: "${text}" is not an item, such as MUG-001:2, or MUG-001:2:9.90 with a price`);
  return { sku, quantity: Number(quantity), ...(price !== undefined && { price }) };
}

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  '': [
    'orderId',
    'idempotencyKey',
    'customerId',
    'customerEmail',
    'items',
    'currencyCode',
    'totalAmount',
    'shippingAddress',
    'requiresApproval',
    'approvalTimeout',
    'autoApproveAfter',
    'plan',
    'paymentReference',
  ],
  items: ['sku', 'quantity', 'price'],
  shippingAddress: ['street', 'city', 'state', 'zip', 'country'],
};

/** Checks the fields of an order; the gateway validates the values. */
export function shapeOf(value: unknown): Partial<PlaceOrderInput> {
  if (!isObject(value)) throw usage('The file must hold an order: a JSON object with items and shippingAddress');
  const { items = [], shippingAddress = {} } = value;
  if (!Array.isArray(items)) throw wrong(['items'], 'must be a list');
  const wrongs = [
    ...unknownIn(value, '', []),
    ...items.flatMap((item, at) => unknownIn(item, 'items', ['items', `${at}`])),
    ...unknownIn(shippingAddress, 'shippingAddress', ['shippingAddress']),
  ];
  if (wrongs.length > 0) throw usage('The file must hold an order', wrongs);
  return value;
}

function unknownIn(value: unknown, shape: string, path: readonly string[]) {
  if (!isObject(value)) return [{ path, message: 'must be an object' }];
  const known = fieldsOf[shape] ?? [];
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: [...path, name], message: `is unknown; the fields are ${known.join(', ')}` }));
}

const wrong = (path: string[], message: string) => usage('The file must hold an order', [{ path, message }]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
