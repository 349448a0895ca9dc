import { describe, expect, test } from 'vitest';
import { ada, anInput, aShop, home, manager, placeOrder } from './shop.ts';

const placed = { placeOrder: { __typename: 'PlaceOrderPayload' } };
const refusedAt = (...path: string[]) => ({ placeOrder: { __typename: 'InvalidInput', fields: [{ path }] } });

const ship = async (over: object) => {
  const input = anInput({ shippingAddress: { ...home, ...over } });
  return (await aShop().as(ada).asks(placeOrder, { input })).data;
};

describe('lengths count characters as people see them', () => {
  const flag = '🇩🇪';
  const family = '👨‍👩‍👧‍👦';
  const accented = 'e\u0301';

  test.each([
    ['letters', 'x'],
    ['flags', flag],
    ['accents of their own', accented],
  ])('200 %s are a line, and 201 are not', async (_, character) => {
    expect(await ship({ street: character.repeat(200) })).toMatchObject(placed);
    expect(await ship({ street: character.repeat(201) })).toMatchObject(refusedAt('shippingAddress', 'street'));
  });

  test('fewer characters of many UTF-16 units are allowed', async () => {
    expect(await ship({ street: family.repeat(72) })).toMatchObject(placed);
    expect(await ship({ street: family.repeat(73) })).toMatchObject(refusedAt('shippingAddress', 'street'));
    expect(await ship({ street: `e${'\u0301'.repeat(800)}` })).toMatchObject(refusedAt('shippingAddress', 'street'));
  });

  test.each([
    ['cancelOrder', 'reason', 500],
    ['rejectOrder', 'reason', 500],
    ['approveOrder', 'note', 500],
  ])('%s of %s accepts %i flags', async (mutation, field, most) => {
    const said = async (count: number) => {
      const shop = aShop();
      const input = { orderId: 'ORD-1', [field]: flag.repeat(count) };
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      await shop
        .as(manager)
        .asks(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input });
      return shop.reached.length;
    };

    expect([await said(most), await said(most + 1)]).toEqual([1, 0]);
  });
});
