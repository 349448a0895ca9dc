import { expect, test } from 'vitest';
import { restAt } from '../support/rest.ts';
import { aGatewayStanding } from '../support/standing.ts';

test('a parameter that has another name elsewhere is named as here, where there is one', async () => {
  const standing = await aGatewayStanding();
  const rest = restAt(standing.gateway);

  const [limit, cursor, onOne] = await Promise.all(
    ['/orders?limit=5', '/orders?cursor=x', '/orders/ORD-1?limit=5'].map((path) => rest.get(path)),
  );
  await standing.close();

  expect(limit?.body).toMatchObject({ fields: [{ path: ['limit'], message: 'is unknown: use first' }] });
  expect(cursor?.body).toMatchObject({
    fields: [{ path: ['cursor'], message: 'is unknown: use after, with the nextCursor of the previous page' }],
  });
  expect(onOne?.body).toMatchObject({ fields: [{ path: ['limit'], message: 'is unknown' }] });
});
