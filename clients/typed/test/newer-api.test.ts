import { CommandRefused, connect, isRefusal, orThrow } from '@waybill/client';
import { expect, test } from 'vitest';

// What a gateway says that is newer than this client: kinds, statuses and reasons that it has no name for.

test('a status, a step and a kind of run that are new are shown as they are', async () => {
  const order = await shopThatSays({ order: { status: 'TELEPORTED', steps: [{ name: 'BEAM_UP' }] } }).orders.get(
    'ORD-1',
  );
  const run = await shopThatSays({ workflowRun: { __typename: 'AuctionRun', status: 'BIDDING' } }).runs.get('RUN-1');

  expect(order).toMatchObject({ status: 'TELEPORTED', steps: [{ name: 'BEAM_UP' }] });
  expect(run).toMatchObject({ __typename: 'AuctionRun', status: 'BIDDING' });
});

test('a reason that is new is a refusal, with what it says and without a throw', async () => {
  const refusal = { __typename: 'MoonNotFull', code: 'MOON_NOT_FULL', message: 'Wait for the full moon' };

  const result = await shopThatSays({ approveOrder: refusal }).orders.approve('ORD-1');

  expect(isRefusal(result)).toBe(true);
  expect(() => orThrow(result)).toThrow(new CommandRefused(refusal));
});

test('a reason that says nothing of itself is refused by its type', async () => {
  const result = await shopThatSays({ approveOrder: { __typename: 'MoonNotFull' } }).orders.approve('ORD-1');

  expect(() => orThrow(result)).toThrow('MoonNotFull');
});

const shopThatSays = (data: object) =>
  connect({
    url: 'http://shop.test/graphql',
    token: 't',
    fetch: async () => new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }),
  });
