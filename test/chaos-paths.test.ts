import { readSettings } from '@waybill/contracts/settings';
import { createProvidersClient } from '@waybill/providers-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChaos } from '../services/chaos/src/index.ts';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { openIsolatedGateway } from '../services/gateway/test/support/isolated-gateway.ts';

let chaos: Awaited<ReturnType<typeof startChaos>>;
let providers: ReturnType<typeof createProvidersClient>;
let gateway: Driver;
beforeAll(async () => {
  chaos = await startChaos(
    readSettings('chaos', { WAYBILL_CHAOS_PORT: '0', CHAOS_CONTROL: 'on', LOG_LEVEL: 'silent' }),
  );
  providers = createProvidersClient({ baseUrl: chaos.url });
  gateway = await openIsolatedGateway({ providers });
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await providers.close();
  await chaos.close();
});

const invalid = '__typename ... on InvalidInput { fields { path } }';
const pinChaos = `mutation ($input: PinChaosInput!) { told: pinChaos(input: $input) { ${invalid} } }`;
const setChaos = `mutation ($input: SetChaosInput!) { told: setChaos(input: $input) { ${invalid} } }`;

const aPin = { orderId: 'ORD-1', operation: 'payment.capture', outcomes: ['success'] };
const anOperation = { operation: 'payment.capture', shares: [{ outcome: 'success', percent: 100 }] };

test.each<[string, string, object, string[]]>([
  ['a pin of an operation', pinChaos, { ...aPin, operation: 'payment.juggle' }, ['operation']],
  ['a pin of an outcome', pinChaos, { ...aPin, outcomes: ['success', 'juggled'] }, ['outcomes.1']],
  ['a pin of an order', pinChaos, { ...aPin, orderId: 'a b' }, ['orderId']],
  [
    'a change of an operation',
    setChaos,
    { operations: [{ ...anOperation, operation: 'x' }] },
    ['operations.0.operation'],
  ],
  [
    'a change of an outcome',
    setChaos,
    {
      operations: [
        anOperation,
        { ...anOperation, operation: 'payment.release', shares: [{ outcome: 'juggled', percent: 100 }] },
      ],
    },
    ['operations.1.shares.0'],
  ],
  [
    'a change of shares',
    setChaos,
    { operations: [{ ...anOperation, shares: [{ outcome: 'success', percent: 1 }] }] },
    ['operations.0.shares'],
  ],
])('%s that is unknown is named as its caller wrote it', async (_, query, input, paths) => {
  const { data } = await gateway.ask(query, {}, { input });

  const error = data?.told as { fields?: { path: string[] }[] };
  expect(error.fields?.map(({ path }) => path.join('.'))).toEqual(paths);
});
