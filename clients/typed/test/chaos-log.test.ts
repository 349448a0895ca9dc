import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { all } from './support/stream.ts';

test('no call is missed between reading an empty log and following it', async () => {
  const after: unknown[] = [];
  await using gateway = await aGateway({
    chaosLog: () => ({ nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null } }),
    chaosLogged: async function* (args) {
      after.push(args.after);
      yield { chaosLogged: aCall };
    },
  });

  await all(gateway.connect().chaos.watchLog());

  expect(after).toEqual(['0']);
});

const aCall = {
  ...{ cursor: '1', at: '2026-01-01T00:00:00.000Z', orderId: 'ORD-1', operation: 'payment.capture' },
  ...{ attempt: 1, outcome: 'success', pinned: false },
};
