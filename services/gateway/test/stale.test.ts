import { schema } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  aGatewayWithDoubles,
  anOrderUnderWay,
  type Fixture,
  inTheBook,
  product,
} from './support/gateway-with-doubles.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
  fixture.booked.set('ORD-1', inTheBook(anOrderUnderWay('ORD-1')));
  await fixture.gateway.follow('subscription { orderChanged(id: "ORD-1") { revision } }').next();
});
afterEach(() => fixture.close());

/** Everything that can be selected of a type, its own types included down to a depth. */
function selectionOf(type: GraphQLObjectType, depth = 3): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return field.name;
    return depth > 0 ? `${field.name} ${selectionOf(below, depth - 1)}` : '';
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const order = schema.getType('Order') as GraphQLObjectType;
const fields = Object.values(order.getFields()).map(({ name, type }) => {
  const below = getNamedType(type);
  return [name, isObjectType(below) ? `${name} ${selectionOf(below)}` : name] as const;
});

/** One that has not been asked for before is remembered by nobody. */
let asked = 0;
const askedAnew = (query: string) => `# ${asked++}\n${query}`;

test.each(fields)('%s of a watched order is the current state of engine and book', async (_, selected) => {
  const { gateway, running, booked, journal, happen } = fixture;
  const query = `{ order(id: "ORD-1") { ${selected} } }`;
  await gateway.ask(query);

  journal.push({ seq: 1, type: 'STATUS_CHANGED', at: now, actor: 'otto', step: null, detail: {} });
  const beside = [await gateway.ask(query), await gateway.ask(askedAnew(query))];
  running.set('ORD-1', changed);
  booked.set('ORD-1', inTheBook(changed));
  happen('ORD-1');
  const after = [await gateway.ask(query), await gateway.ask(askedAnew(query))];

  expect(beside[0]).toEqual(beside[1]);
  expect(after[0]).toEqual(after[1]);
});

test('the catalogue is the current state of the providers', async () => {
  const { gateway, products } = fixture;
  const query = '{ order(id: "ORD-1") { revision } catalogue { sku available } }';
  await gateway.ask(query);

  products.splice(0, 1, { ...product, available: 3 });
  await expect
    .poll(() => gateway.ask(query), { timeout: 5_000 })
    .toMatchObject({
      data: { catalogue: [{ sku: 'BOOK-001', available: 3 }] },
    });
});

test('a failed response while the book was unavailable is not repeated when it is back', async () => {
  const { gateway, neighbours } = fixture;
  const query = '{ order(id: "ORD-1") { revision timeline { nodes { seq } } } }';
  const journal = neighbours.book.journal;
  neighbours.book.journal = () => Promise.reject(new Unavailable('The book is away'));
  const away = await gateway.ask(query);

  neighbours.book.journal = journal;
  const back = await gateway.ask(query);

  expect(away.errors?.[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
  expect(back).toMatchObject({ data: { order: { revision: 1, timeline: { nodes: [] } } } });
});

const now = '2026-01-01T00:00:02.000Z';
const changed = anOrderUnderWay('ORD-1', {
  status: 'AWAITING_APPROVAL',
  progress: 40,
  currentStep: 'AWAIT_APPROVAL',
  approvalDeadline: now,
  updatedAt: now,
});
