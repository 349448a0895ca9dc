import { RestockRequest } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { calls } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import type { ListedProduct } from './port.ts';

// The type of a product.

const Product = builder.objectRef<ListedProduct>('Product').implement({
  description: 'A product for sale.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'Stock keeping unit: identifies the product in orders.' }),
    name: t.exposeString('name', { description: 'Display name.' }),
    price: t.field({
      type: 'Money',
      description: 'Unit price in USD, or in another currency if the product has no price in USD.',
      resolve: ({ prices }) => prices.find(({ currencyCode }) => currencyCode === 'USD') ?? firstOf(prices),
    }),
    available: t.exposeInt('available', { description: 'Quantity in stock that is not reserved.' }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description: 'Time at which the inventory provider reported the stock.',
    }),
  }),
});

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('A product of the catalogue has a price');
  return first;
}

// How to query them.

builder.queryField('catalogue', (t) =>
  t.field({
    type: [Product],
    description: 'All products for sale.',
    complexity: { field: calls(1) },
    resolve: async (_, _args, { catalogue }) => [...(await catalogue.products())],
  }),
);

// How to restock one.

const RestockInput = builder.inputType('RestockInput', {
  description: 'Stock to add to a product.',
  fields: (t) => ({
    sku: t.string({ required: true, description: 'SKU of the product.' }),
    quantity: t.int({ required: true, description: 'Quantity to add: 1 to 1,000,000.' }),
  }),
});

const RestockPayload = builder.objectRef<{ product: ListedProduct }>('RestockPayload').implement({
  description: 'Result of a successful `restock`.',
  fields: (t) => ({
    product: t.expose('product', { type: Product, description: 'The product with its new stock.' }),
  }),
});

builder.mutationField('restock', (t) =>
  t.field({
    type: RestockPayload,
    description: 'Adds units to the stock of a product. Managers and operators only.',
    errors: { types: [InvalidInput], union: { name: 'RestockResult', description: 'Result of `restock`.' } },
    args: { input: t.arg({ type: RestockInput, required: true, description: 'The product and the quantity to add.' }) },
    authScopes: { staff: true },
    complexity: calls(1),
    resolve: async (_, { input }, { catalogue }) => ({ product: await catalogue.restock(...parseRestock(input)) }),
  }),
);

function parseRestock(input: typeof RestockInput.$inferInput): [sku: string, quantity: number] {
  const validation = createValidation();
  const { sku, quantity } = validation.validated(validation.parse([], RestockRequest, { ...input }));
  return [sku, quantity];
}
