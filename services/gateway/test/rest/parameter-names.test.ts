import { expect, test } from 'vitest';
import { aGatewayWithDoubles } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';

test('a parameter that has another name elsewhere is named as here, where there is one', async () => {
  const fixture = await aGatewayWithDoubles();
  const rest = restAt(fixture.gateway);

  const [limit, cursor, onOne] = await Promise.all(
    ['/orders?limit=5', '/orders?cursor=x', '/orders/ORD-1?limit=5'].map((path) => rest.get(path)),
  );
  await fixture.close();

  expect(limit?.body).toMatchObject({ fields: [{ path: ['limit'], message: 'is unknown: use first' }] });
  expect(cursor?.body).toMatchObject({
    fields: [{ path: ['cursor'], message: 'is unknown: use after, with the nextCursor of the previous page' }],
  });
  expect(onOne?.body).toMatchObject({ fields: [{ path: ['limit'], message: 'is unknown' }] });
});

test('a field of a body that has another name elsewhere is named as here, where there is no doubt', async () => {
  const fixture = await aGatewayWithDoubles();
  const rest = restAt(fixture.gateway);

  const fields = await Promise.all(
    [
      ['/orders', 'id'],
      ['/orders', 'customer_email'],
      ['/orders', 'address'],
      ['/orders', 'customer'],
      ['/workflows/payment', 'id'],
      ['/workflows/greet', 'id'],
      ['/workflows/user-context', 'id'],
      ['/workflows/standing-orders', 'id'],
      ['/orders/ORD-1/reject', 'id'],
    ].map(async ([path = '', name = '']) => {
      const { fields: wrong } = (await rest.post(path, { [name]: 'X-1' })).body as { fields: Field[] };
      return [path, wrong.find(({ path: [first] }) => first === name)?.message];
    }),
  );
  await fixture.close();

  expect(fields).toEqual([
    ['/orders', 'is unknown: use orderId'],
    ['/orders', 'is unknown: use customerEmail'],
    ['/orders', 'is unknown: use shippingAddress'],
    ['/orders', 'is unknown'],
    ['/workflows/payment', 'is unknown: use runId'],
    ['/workflows/greet', 'is unknown: use runId'],
    ['/workflows/user-context', 'is unknown: use runId'],
    ['/workflows/standing-orders', 'is unknown: use runId'],
    ['/orders/ORD-1/reject', 'is unknown'],
  ]);
});

test('a title says how many wrong fields it does not name', async () => {
  const fixture = await aGatewayWithDoubles();

  const response = await restAt(fixture.gateway).post('/orders', {});
  await fixture.close();

  expect(response.body.title).toMatch(/; 1 more in fields$/);
  expect(response.body.fields).toHaveLength(4);
});

type Field = { path: string[]; message: string };
