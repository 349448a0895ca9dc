import { RestockRequest } from '@waybill/contracts';
import { builder } from '../builder.ts';
import { calls } from '../call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import type { ListedProduct } from './port.ts';

// What a product looks like.

const Product = builder.objectRef<ListedProduct>('Product').implement({
  description: 'Something for sale.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'What an order calls it.' }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    price: t.field({
      type: 'Money',
      description: 'What one costs: in USD, or in its own currency where it has no price in USD.',
      resolve: ({ prices }) => prices.find(({ currencyCode }) => currencyCode === 'USD') ?? firstOf(prices),
    }),
    available: t.exposeInt('available', { description: 'How many are in stock and not set aside.' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When the warehouse said so.' }),
  }),
});

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('A product of the catalogue has a price');
  return first;
}

// How to ask for them.

builder.queryField('catalogue', (t) =>
  t.field({
    type: [Product],
    description: 'Everything for sale.',
    complexity: { field: calls(1) },
    resolve: async (_, _args, { catalogue }) => [...(await catalogue.products())],
  }),
);

// How to get more of one.

const RestockInput = builder.inputType('RestockInput', {
  description: 'New stock of a product.',
  fields: (t) => ({
    sku: t.string({ required: true, description: 'Which product.' }),
    quantity: t.int({ required: true, description: 'How many came: 1 to 1,000,000.' }),
  }),
});

const RestockPayload = builder.objectRef<{ product: ListedProduct }>('RestockPayload').implement({
  description: 'The stock has grown.',
  fields: (t) => ({
    product: t.expose('product', { type: Product, description: 'The product, with what is in stock now.' }),
  }),
});

builder.mutationField('restock', (t) =>
  t.field({
    type: RestockPayload,
    description: 'Adds to the stock of a product. For managers and operators.',
    errors: { types: [InvalidInput], union: { name: 'RestockResult', description: 'What `restock` answers.' } },
    args: { input: t.arg({ type: RestockInput, required: true, description: 'What came.' }) },
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
