import { type GatewayParts, openGateway } from '@waybill/gateway';
import { BadSettings, openLog } from '@waybill/platform';
import { expect, test } from 'vitest';
import { linksTo, Settings } from '../src/settings.ts';

test.each(['0.0.0.0', '::', '192.168.1.2', 'example.com'])(
  'a gateway does not open on %s: there are no tokens',
  async (host) => {
    const opening = openGateway({ host, log: openLog('test', 'silent') } as GatewayParts);

    await expect(opening).rejects.toThrow(BadSettings);
    await expect(opening).rejects.toThrow('tokens are required to listen beyond loopback');
  },
);

test('without any settings the gateway looks for its neighbours where the stack puts them', () => {
  const settings = Settings.parse({});

  expect(settings).toMatchObject({
    WAYBILL_GATEWAY_HOST: '127.0.0.1',
    WAYBILL_GATEWAY_PORT: 4000,
    WAYBILL_CHAOS_URL: 'http://127.0.0.1:3001',
    WAYBILL_ORDER_BOOK_URL: 'http://127.0.0.1:3002',
    TEMPORAL_ADDRESS: '127.0.0.1:7233',
    WAYBILL_VERDICT_TIMEOUT: 5_000,
  });
  expect(linksTo(settings)).toBeUndefined();
});

test('an operator finds an order in the UI of the engine', () => {
  const linkTo = linksTo(Settings.parse({ WAYBILL_TEMPORAL_UI_URL: 'http://127.0.0.1:8233' }));

  expect(linkTo?.('ORD-1')).toBe('http://127.0.0.1:8233/namespaces/default/workflows/order-ORD-1');
});
