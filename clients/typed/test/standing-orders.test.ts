import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { aPage, aRun } from './support/run.ts';
import { all, failureOf } from './support/stream.ts';

const standing = {
  __typename: 'StandingOrder',
  kind: 'STANDING_ORDER',
  every: 'P7D',
  nextAt: '2026-01-08T00:00:00.000Z',
};

test('standing orders are got, listed, followed and waited for as such, and no other run is taken for one', async () => {
  const requests: unknown[] = [];
  await using gateway = await aGateway({
    workflowRun: ({ id }) => aRun(id === 'STO-1' ? aStandingOrder() : {}),
    workflowRuns: ({ kind }) => {
      requests.push(kind);
      return { ...aPage([aRun(aStandingOrder())]), changesCursor: '7' };
    },
    workflowRunChanged: async function* ({ id }) {
      yield { workflowRunChanged: aRun(id === 'STO-1' ? aStandingOrder({ status: 'PAUSED' }) : {}) };
    },
    workflowRunsChanged: async function* ({ kind, after }) {
      requests.push(kind, after);
      yield { workflowRunsChanged: { kind: 'MATCHES', cursor: '8', run: aRun(aStandingOrder()) } };
    },
  });
  const { standingOrders } = gateway.connect();

  const pages = await all(standingOrders.list({ status: ['RUNNING'] }));
  const changes = await all(standingOrders.changes());
  const watched = await all(standingOrders.watch('STO-1'));

  expect(pages.flatMap(({ nodes }) => nodes)).toMatchObject([standing]);
  expect(changes).toMatchObject([{ cursor: '8', run: standing }]);
  expect(requests).toEqual([['STANDING_ORDER'], undefined, ['STANDING_ORDER'], '7']); // where the list stands is asked of all
  expect(watched.map(({ nextAt, status }) => [nextAt, status])).toEqual([[standing.nextAt, 'PAUSED']]);
  expect((await standingOrders.get('STO-1'))?.every).toBe('P7D');
  expect((await standingOrders.waitFor('STO-1', 'PAUSED')).nextAt).toBe(standing.nextAt);
  expect(await standingOrders.get('RUN-1')).toBeUndefined();
  expect(await failureOf(standingOrders.watch('RUN-1'))).toMatchObject({
    name: 'Refused',
    code: 'RUN_NOT_FOUND',
    message: 'RUN-1 is no standing order',
  });
});

const aStandingOrder = (changes: object = {}) => ({
  ...standing,
  id: 'STO-1',
  placed: 0,
  skipped: 0,
  skipsNext: false,
  missed: 0,
  generation: 1,
  lastPlacements: [],
  template: {
    customerId: 'ada',
    items: [],
    requiresApproval: false,
    plan: 'AUTHORIZE_FIRST',
    shippingAddress: anAddress,
  },
  ...changes,
});
const anAddress = { street: '1 First Street', city: 'London', zip: 'N1 7AA', country: 'GB' };
