import { decimalsOf } from '@waybill/contracts';
import { describe, expect, test } from 'vitest';
import { ada, anInput, aShop, codeOf, home, manager, placeOrder } from './shop.ts';

const placed = { placeOrder: { __typename: 'PlaceOrderPayload' } };
const refusedAt = (...path: string[]) => ({ placeOrder: { __typename: 'InvalidInput', fields: [{ path }] } });

const place = async (over: object) =>
  (
    await aShop()
      .as(ada)
      .asks(placeOrder, { input: anInput(over) })
  ).data;
const ship = (over: object) => place({ shippingAddress: { ...home, ...over } });

describe('an e-mail address is what browsers take for one', () => {
  test.each([
    'ada@example.com',
    "o'hara+orders@mail.example.co.uk",
    'ada..b.@example.com',
    '.ada@example.com',
    '!#$%&*/=?^_`{|}~-@example.com',
    'ada@localhost',
    'ada@xn--bcher-kva.example',
    'ada@123.example',
    `${'a'.repeat(242)}@example.com`,
  ])('%s', async (customerEmail) => {
    expect(await place({ customerEmail })).toMatchObject(placed);
  });

  test.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@-example.com',
    'ada@example-.com',
    'ada@example..com',
    'ada@example.com.',
    'ada@exam ple.com',
    'ada@bücher.example',
    'ada@example.com\n',
    'a\u0000b@example.com',
    '"ada b"@example.com',
    'ada@[127.0.0.1]',
    `ada@${'a'.repeat(64)}.com`,
    `${'a'.repeat(243)}@example.com`,
  ])('and not %j', async (customerEmail) => {
    expect(await place({ customerEmail })).toMatchObject(refusedAt('customerEmail'));
  });
});

describe('a postcode', () => {
  test.each([undefined, null, '', ' '])('is not asked for in a country that has none: %j', async (zip) => {
    const shop = aShop();

    await shop.as(ada).asks(placeOrder, { input: anInput({ shippingAddress: { ...home, country: 'HK', zip } }) });

    const shippingAddress = { ...home, country: 'HK', zip: '' };
    expect(shop.reached).toEqual([['place', expect.objectContaining({ shippingAddress })]]);
  });

  test.each([undefined, null, '', ' '])('must be there in a country that has them: %j', async (zip) => {
    expect(await ship({ zip })).toMatchObject(refusedAt('shippingAddress', 'zip'));
  });

  test.each(['AE', 'AO', 'BS', 'HK', 'JM', 'QA', 'ZW'])('%s needs none', async (country) => {
    expect(await ship({ country, zip: '' })).toMatchObject(placed);
  });

  test.each(['US', 'DE', 'GB', 'CA', 'JP', 'BR', 'IN', 'AU', 'CH'])('%s needs one', async (country) => {
    expect(await ship({ country, zip: '' })).toMatchObject(refusedAt('shippingAddress', 'zip'));
  });
});

test.each(['', ' ', null])('a state of %j is none', async (state) => {
  const shop = aShop();

  await shop.as(ada).asks(placeOrder, { input: anInput({ shippingAddress: { ...home, state } }) });

  expect(shop.reached).toEqual([['place', expect.objectContaining({ shippingAddress: home })]]);
});

describe('currencies are those of ISO 4217 in force', () => {
  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['XCG', 2],
    ['ZWG', 2],
    ['SLE', 2],
    ['VED', 2],
    ['MRU', 2],
  ])('%s has %i decimals', (code, decimals) => {
    expect(decimalsOf(code)).toBe(decimals);
  });

  test.each(['ANG', 'BGN', 'HRK', 'CUC', 'SLL', 'ZWL', 'MRO', 'VEF', 'BYR', 'LTL', 'DEM', 'CNH', 'BTC', ''])(
    '%j is none',
    async (currencyCode) => {
      expect(await place({ currencyCode })).toMatchObject(refusedAt('currencyCode'));
    },
  );
});

describe('countries are those of ISO 3166 in force', () => {
  test.each(['SS', 'CW', 'SX', 'BQ', 'TL', 'ME', 'RS', 'AX'])('%s is one', async (country) => {
    expect(await ship({ country })).toMatchObject(placed);
  });

  test.each(['AN', 'CS', 'YU', 'SU', 'DD', 'TP', 'ZR', 'BU', 'XK', 'EU', 'UK', 'ZZ', 'us', 'USA', ''])(
    '%j is none',
    async (country) => {
      expect(await ship({ country })).toMatchObject(refusedAt('shippingAddress', 'country'));
    },
  );
});

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

  test('of what takes many UTF-16 units there are fewer', async () => {
    expect(await ship({ street: family.repeat(72) })).toMatchObject(placed);
    expect(await ship({ street: family.repeat(73) })).toMatchObject(refusedAt('shippingAddress', 'street'));
    expect(await ship({ street: `e${'\u0301'.repeat(800)}` })).toMatchObject(refusedAt('shippingAddress', 'street'));
  });

  test.each([
    ['cancelOrder', 'reason', 500],
    ['rejectOrder', 'reason', 500],
    ['approveOrder', 'note', 500],
  ])('%s takes a %s of %i flags', async (mutation, field, most) => {
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

describe('an id that is a JSON number', () => {
  const node = 'query ($id: ID!) { node(id: $id) { id } }';

  test('is the text of that number', async () => {
    const shop = aShop();

    await shop.as(manager).asks(node, { id: Number.MAX_SAFE_INTEGER });

    expect(shop.lookedUp).toEqual(['9007199254740991']);
  });

  test.each(['9007199254740992', '9007199254740993', '-9007199254740993', '1234567890123456789', '1e400', '1.5'])(
    'is refused where it was rounded: %s',
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
