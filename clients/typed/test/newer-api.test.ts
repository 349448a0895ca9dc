import { CommandRefused, connect, isRefusal, orThrow } from '@waybill/client';
import { expect, test } from 'vitest';

// Values of a newer gateway that this client has no names for: kinds, statuses and reasons.

test('an unknown status, step or kind of run is shown as it is', async () => {
  const order = await shopThatSays({ order: { status: 'TELEPORTED', steps: [{ name: 'BEAM_UP' }] } }).orders.get(
    'ORD-1',
  );
  const run = await shopThatSays({ workflowRun: { __typename: 'AuctionRun', status: 'BIDDING' } }).runs.get('RUN-1');

  expect(order).toMatchObject({ status: 'TELEPORTED', steps: [{ name: 'BEAM_UP' }] });
  expect(run).toMatchObject({ __typename: 'AuctionRun', status: 'BIDDING' });
});

test('an unknown reason is a refusal with its message, and does not throw', async () => {
  const refusal = { __typename: 'MoonNotFull', code: 'MOON_NOT_FULL', message: 'Wait for the full moon' };

  const result = await shopThatSays({ approveOrder: refusal }).orders.approve('ORD-1');

  expect(isRefusal(result)).toBe(true);
  expect(() => orThrow(result)).toThrow(new CommandRefused(refusal));
});

test('a refusal without a message is named by its type', async () => {
  const result = await shopThatSays({ approveOrder: { __typename: 'MoonNotFull' } }).orders.approve('ORD-1');

  expect(() => orThrow(result)).toThrow('MoonNotFull');
});

const shopThatSays = (data: object) =>
  connect({
    url: 'http://shop.test/graphql',
    token: 't',
    fetch: async () => new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }),
  });
