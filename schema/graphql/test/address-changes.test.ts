import { expect, test } from 'vitest';
import { moved, updateAddress } from './commands.ts';
import { ada, aShop } from './shop.ts';

test('changed fields of an address are validated together with the kept ones', async () => {
  const shop = aShop();
  const asks = (address: object) => shop.as(ada).asks(updateAddress, moved(address));

  const answers = [
    await asks({ zip: ' ' }),
    await asks({ country: 'XX' }),
    await asks({}),
    await asks({ zip: '97403' }),
  ];

  expect(answers.map(({ data }) => Object.values(data ?? {})[0])).toMatchObject([
    ...[['address', 'zip'], ['address', 'country'], ['address']].map((path) => ({ fields: [{ path }] })),
    { __typename: 'UpdateShippingAddressPayload' },
  ]);
  expect(shop.reached).toEqual([
    ['command', { orderId: 'ORD-1', commandId: null, name: 'changeAddress', changes: { zip: '97403' } }],
  ]);
});
