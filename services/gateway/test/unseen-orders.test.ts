import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Driver } from './support/driver.ts';
import { aGatewayStanding, anOrderUnderWay, inTheBook, type Standing } from './support/standing.ts';
import { aToken } from './support/tokens.ts';
import { all } from './support/told.ts';

let standing: Standing;
let stranger: Driver;
let asked: string[];
beforeEach(async () => {
  standing = await aGatewayStanding();
  stranger = standing.gateway.as(await aToken({ sub: 'CUST-2', role: 'customer' }));
  asked = [];
  recordCalls('book', standing.parts.book);
  recordCalls('engine', standing.parts.orders);
});
afterEach(async () => {
  await stranger.close();
  await standing.close();
});

/** Every call of these about an order, by its name alone. */
function recordCalls(neighbour: string, parts: object): void {
  for (const [name, call] of Object.entries(parts) as [string, (...args: unknown[]) => unknown][]) {
    if (name === 'changes') continue; // the gateway's own long poll
    Object.assign(parts, {
      [name]: (...args: unknown[]) => {
        asked.push(`${neighbour}.${name}`);
        return call(...args);
      },
    });
  }
}

const id = 'ORD-1';
const underWay = anOrderUnderWay(id);
const closed = anOrderUnderWay(id, { status: 'SHIPPED', closedAt: underWay.updatedAt });
const cancelling = `mutation { cancelOrder(input: { orderId: "${id}", reason: "x" }) { __typename } }`;
const following = `subscription { orderChanged(id: "${id}") { id } }`;

test.each<[string, () => Promise<unknown> | unknown]>([
  ['is under way', () => hold()],
  ['is not in the book yet', () => standing.running.set(id, underWay)],
  ['is closed', () => standing.booked.set(id, inTheBook(closed))],
  ['is watched', () => hold().then(() => standing.gateway.ask(`{ order(id: "${id}") { id } }`))],
])("another customer's order that %s is asked for as one that nobody has", async (_, prepare) => {
  const unknown = await callsFor(stranger);
  await prepare();

  const foreign = await callsFor(stranger);

  expect(foreign).toEqual(unknown);
  expect(foreign.flatMap(({ calls }) => calls)).not.toContain('engine.read');
});

const hold = async () => {
  standing.running.set(id, underWay);
  standing.booked.set(id, inTheBook(underWay));
};

/** What each way to an order tells, and what is asked of the neighbours for it. */
async function callsFor(customer: Driver) {
  const ways = [`{ order(id: "${id}") { id } }`, `{ node(id: "${id}") { id } }`, `{ nodes(ids: ["${id}"]) { id } }`];
  const told = [];
  for (const ask of [...[...ways, cancelling].map((query) => () => customer.ask(query)), () => follow(customer)]) {
    asked.length = 0;
    const answer = await ask();
    told.push({ answer, calls: [...asked] });
  }
  return told;
}

const follow = (customer: Driver) => all(customer.follow(following)).catch((errors: unknown) => errors);
