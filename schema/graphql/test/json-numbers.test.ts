import { describe, expect, test } from 'vitest';
import { aShop, manager } from './shop.ts';

describe('an id that is a JSON number', () => {
  const node = 'query ($id: ID!) { node(id: $id) { id } }';

  test('is the text of that number', async () => {
    const shop = aShop();

    await shop.as(manager).asks(node, { id: Number.MAX_SAFE_INTEGER });

    expect(shop.lookedUp).toEqual(['9007199254740991']);
  });

  test.each(['9007199254740992', '9007199254740993', '-9007199254740993', '1234567890123456789', '1e400', '1.5'])(
    'is refused if it was rounded: %s',
    async (written) => {
      const shop = aShop();

      const answer = await shop.as(manager).asks(node, { id: JSON.parse(written) });

      expect(answer.errors).toHaveLength(1);
      expect(shop.lookedUp).toEqual([]);
    },
  );

  test('is exact in the document', async () => {
    const shop = aShop();

    await shop.as(manager).asks('{ node(id: 9007199254740993) { id } }');

    expect(shop.lookedUp).toEqual(['9007199254740993']);
  });
});
