import { expect, test } from 'vitest';
import { BadSettings, type Environment, readSettings } from '../src/settings/index.ts';

const read = (env: Environment) => readSettings('gateway', env);

const [first, second] = ['the first of two secrets, verbatim', 'the second of two secrets, verbatim'];
const [sent, accepted] = ['the-token-that-the-services-send-along', 'the-token-that-is-accepted-in-addition'];

test.each<[Environment, string]>([
  [
    { WAYBILL_SECONDARY_JWT_SECRET: second },
    'WAYBILL_SECONDARY_JWT_SECRET: must have WAYBILL_JWT_SECRET beside it, because it is only accepted in addition',
  ],
  [
    { WAYBILL_SECONDARY_SERVICE_TOKEN: accepted },
    'WAYBILL_SECONDARY_SERVICE_TOKEN: must have WAYBILL_SERVICE_TOKEN beside it, because it is only accepted in addition',
  ],
  [
    { WAYBILL_JWT_SECRET: first, WAYBILL_SECONDARY_JWT_SECRET: first },
    'WAYBILL_SECONDARY_JWT_SECRET: must differ from WAYBILL_JWT_SECRET; nothing would be replaced',
  ],
  [
    { WAYBILL_SERVICE_TOKEN: sent, WAYBILL_SECONDARY_SERVICE_TOKEN: sent },
    'WAYBILL_SECONDARY_SERVICE_TOKEN: must differ from WAYBILL_SERVICE_TOKEN; nothing would be replaced',
  ],
  [
    { WAYBILL_JWT_SECRET: first, WAYBILL_SECONDARY_JWT_SECRET: 'hunter2' },
    'WAYBILL_SECONDARY_JWT_SECRET: must have 32 characters or more, spaces at its ends not counted',
  ],
])('a secret cannot be replaced by half, nor by itself, nor by a weak one, and is not shown', (env, line) => {
  expect(() => read({ NODE_ENV: 'production', ...env })).toThrow(new BadSettings(line));
});

test('two secrets are read while one replaces the other, in production too', () => {
  const secrets = { WAYBILL_JWT_SECRET: first, WAYBILL_SECONDARY_JWT_SECRET: second };
  const tokens = { WAYBILL_SERVICE_TOKEN: sent, WAYBILL_SECONDARY_SERVICE_TOKEN: accepted };

  expect(read({ NODE_ENV: 'production', ...secrets, ...tokens })).toMatchObject(secrets);
  expect(readSettings('order-book', { NODE_ENV: 'production', ...secrets, ...tokens })).toMatchObject(tokens);
});
