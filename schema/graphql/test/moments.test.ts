import { describe, expect, test } from 'vitest';
import { aShop, codeOf, manager } from './shop.ts';

describe('a moment that means "no limit"', () => {
  test.each([
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00+14:00', '0001-01-01T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59.999-12:00', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31t23:59:59z', '9999-12-31T23:59:59.000Z'],
  ])('%s reaches lists and streams as %s', async (written, meant) => {
    const shop = aShop();
    const filter = `filter: { createdFrom: "${written}", createdTo: "${written}" }`;

    await shop.as(manager).asks(`{ orders(${filter}) { changesCursor } }`);
    await shop.as(manager).follows(`subscription { ordersChanged(${filter}) { cursor } }`);

    const meaning = { createdFrom: meant, createdTo: meant };
    expect(shop.reached).toEqual([
      ['page', expect.objectContaining({ filter: meaning })],
      ['changes', meaning, null],
    ]);
  });

  test.each(['10000-01-01T00:00:00Z', '+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '2026-01-01T24:00:00Z'])(
    '%s is none',
    async (written) => {
      const answer = await aShop()
        .as(manager)
        .asks(`{ orders(filter: { createdTo: "${written}" }) { changesCursor } }`);

      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    },
  );
});
