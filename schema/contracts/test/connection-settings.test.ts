import { expect, test } from 'vitest';
import { readSettings } from '../src/settings/index.ts';

const at = { TEMPORAL_ADDRESS: 'temporal:7233' };

test.each([
  [{ TEMPORAL_API_KEY: 'key-7' }, 'TEMPORAL_API_KEY: must have TEMPORAL_ADDRESS beside it'],
  [{ ...at, TEMPORAL_TLS_CLIENT_CERT_PATH: 'a.pem' }, 'TEMPORAL_TLS_CLIENT_KEY_PATH: is missing beside'],
  [{ ...at, TEMPORAL_TLS_CLIENT_KEY_PATH: 'a.key' }, 'TEMPORAL_TLS_CLIENT_CERT_PATH: is missing beside'],
  [{ ...at, TEMPORAL_TLS: 'false', TEMPORAL_API_KEY: 'key-7' }, 'TEMPORAL_API_KEY: must not have TEMPORAL_TLS=false'],
])('an incomplete connection to the engine (%j) is refused in one line', (env, line) => {
  expect(() => readSettings('worker', env)).toThrow(line);
  expect(() => readSettings('worker', env)).not.toThrow('\n');
});

test('an API key is not shown when it is refused', () => {
  const env = { ...at, TEMPORAL_API_KEY: 'a key with spaces' };

  expect(() => readSettings('worker', env)).toThrow(/^TEMPORAL_API_KEY: must have 1 to 4096 [^']*$/);
  expect(() => readSettings('worker', env)).not.toThrow('spaces');
});

const payloadKey = `k-1:${Buffer.alloc(32, 1).toString('base64')}`;

test.each([
  [{ WAYBILL_CODEC_PORT: '8081', WAYBILL_CODEC_AUDIENCE: 'codec' }, 'WAYBILL_PAYLOAD_KEYS: is missing beside'],
  [{ WAYBILL_CODEC_PORT: '8081', WAYBILL_PAYLOAD_KEYS: payloadKey }, 'WAYBILL_CODEC_AUDIENCE: is missing beside'],
  [{ WAYBILL_CODEC_AUDIENCE: 'codec' }, 'WAYBILL_CODEC_AUDIENCE: must have WAYBILL_CODEC_PORT beside it'],
  [
    { WAYBILL_CODEC_ALLOWED_ORIGINS: 'https://ui.example' },
    'WAYBILL_CODEC_ALLOWED_ORIGINS: must have WAYBILL_CODEC_PORT beside it',
  ],
])('a codec server that is half described (%j) is refused in one line', (env, line) => {
  expect(() => readSettings('gateway', env)).toThrow(line);
  expect(() => readSettings('gateway', env)).not.toThrow('\n');
  expect(() => readSettings('gateway', env)).not.toThrow(payloadKey);
});
