import { expect, test } from 'vitest';
import { aCall } from './support/chaos-call.ts';
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
