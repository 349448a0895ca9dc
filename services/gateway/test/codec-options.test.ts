import { readFile } from 'node:fs/promises';
import { BadSettings, readSettings } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import { createAccess } from '../src/auth/access.ts';
import { createCodecServerOptions } from '../src/codec/options.ts';
import { secret } from './support/tokens.ts';

const payloadKeys = { WAYBILL_PAYLOAD_KEYS: `k-1:${Buffer.alloc(32, 1).toString('base64')}` };
const codec = { ...payloadKeys, WAYBILL_CODEC_PORT: '8081', WAYBILL_CODEC_AUDIENCE: 'codec' };
const signed = { ...codec, WAYBILL_JWT_SECRET: secret };

const made = (env: Record<string, string>) => {
  const settings = readSettings('gateway', env);
  return createCodecServerOptions(settings, createAccess(settings));
};

test('there is no codec server unless it is asked for, and then on this machine', () => {
  expect(made({ ...payloadKeys, WAYBILL_JWT_SECRET: secret })).toBeUndefined();
  expect(made(signed)).toMatchObject({ host: '127.0.0.1', port: 8_081, tokens: { audience: 'codec' } });
});

test.each<[string, Record<string, string>, string]>([
  ['that can verify no token', codec, 'WAYBILL_CODEC_PORT: needs WAYBILL_JWT_SECRET or WAYBILL_JWKS_URL'],
  [
    'that believes every token for the gateway',
    { ...signed, WAYBILL_JWT_AUDIENCE: 'codec' },
    'WAYBILL_CODEC_AUDIENCE: must differ from WAYBILL_JWT_AUDIENCE',
  ],
  [
    'in production whose tokens the gateway would accept',
    { ...signed, NODE_ENV: 'production' },
    'WAYBILL_JWT_AUDIENCE: is required in production beside WAYBILL_CODEC_PORT',
  ],
  [
    'that a page may call which anybody on the way could exchange',
    { ...signed, WAYBILL_CODEC_ALLOWED_ORIGINS: 'https://ui.example,http://ui.example' },
    'WAYBILL_CODEC_ALLOWED_ORIGINS: must begin with https:// beyond loopback, and contains http://ui.example',
  ],
])('a gateway does not start with a codec server %s', (_, env, line) => {
  expect(() => made(env)).toThrow(BadSettings);
  expect(() => made(env)).toThrow(line);
  expect(() => made(env)).not.toThrow('\n');
});

test('the documented settings of a codec server are accepted in production', async () => {
  const page = await readFile(new URL('../../../docs/operation.md', import.meta.url), 'utf8');
  const [, block = ''] = /```sh\n(WAYBILL_CODEC_PORT=[\s\S]*?)```/.exec(page) ?? [];
  const documented = Object.fromEntries(
    [...block.matchAll(/(WAYBILL_\w+)=(\S+)/g)].map(([, name, text]) => [name, text]),
  );

  const codec = made({ NODE_ENV: 'production', WAYBILL_JWT_SECRET: secret, ...payloadKeys, ...documented });

  expect(codec).toMatchObject({ port: 8_081, allowedOrigins: ['https://temporal.example'] });
});
