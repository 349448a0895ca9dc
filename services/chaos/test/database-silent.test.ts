import { lineTo, noPostgres, postgresServer } from '@waybill/platform/testing';
import { expect, test } from 'vitest';
import { minute, openTestProviders } from './test-providers.ts';

test.skipIf(noPostgres)(
  `a Postgres that becomes silent is reported as unreachable, on old and new connections${noPostgres ? `: ${noPostgres}` : ''}`,
  async () => {
    const postgres = await postgresServer();
    const line = await lineTo(await postgres.freshDatabase());
    const testProviders = await openTestProviders({ url: line.url, patienceMs: 2_000 });

    line.fallSilent();
    const [onOld, onNew] = await Promise.all([
      authorize(testProviders.url, 'o-1'),
      authorize(testProviders.url, 'o-2'),
    ]);

    expect(onOld).toEqual(outOfReach);
    expect(onNew).toEqual(outOfReach);
    await testProviders.stop();
    await line.close();
    await postgres.stop();
  },
  minute,
);

test.skipIf(noPostgres)(
  `a Postgres that becomes silent costs the providers no connection once it is back${noPostgres ? `: ${noPostgres}` : ''}`,
  async () => {
    const postgres = await postgresServer();
    const line = await lineTo(await postgres.freshDatabase());
    const testProviders = await openTestProviders({ url: line.url, patienceMs: 2_000 });
    const everyOne = Array.from({ length: 20 }, (_, n) => `o-${n}`);
    const pin = (orderId: string) =>
      testProviders.chaos.pin({ orderId, operation: 'payment.release', outcomes: ['server_error'] });
    const audit = () => fetch(`${testProviders.url}/audit`).then(({ status }) => status);

    line.fallSilent();
    const meanwhile = await Promise.allSettled([...everyOne.map(pin), ...everyOne.map(audit)]);
    const health = await fetch(`${testProviders.url}/health`);
    line.speak();
    const after = await Promise.all([...everyOne.map(audit), ...everyOne.map(pin)]);

    expect(meanwhile).toMatchObject([
      ...everyOne.map(() => ({ status: 'rejected', reason: { name: 'Unavailable' } })),
      ...everyOne.map(() => ({ status: 'fulfilled', value: 503 })),
    ]);
    expect(health.status).toBe(200);
    expect(after).toMatchObject([...everyOne.map(() => 200), ...everyOne.map((orderId) => ({ orderId }))]);
    await testProviders.stop();
    await line.close();
    await postgres.stop();
  },
  minute,
);

test.skipIf(noPostgres)(
  `a Postgres that becomes silent makes the providers not ready within two seconds${noPostgres ? `: ${noPostgres}` : ''}`,
  async () => {
    const postgres = await postgresServer();
    const line = await lineTo(await postgres.freshDatabase());
    const testProviders = await openTestProviders({ url: line.url, patienceMs: 600_000 });
    const probe = async () => {
      const response = await fetch(`${testProviders.url}/ready`, { signal: AbortSignal.timeout(2_000) });
      return [response.status, await response.json()];
    };

    line.fallSilent();
    const meanwhile = await probe();
    line.speak();

    expect(meanwhile).toEqual([503, { status: 'unreachable database' }]);
    await expect.poll(probe).toEqual([200, { status: 'ready' }]);
    await testProviders.stop();
    await line.close();
    await postgres.stop();
  },
  minute,
);

const outOfReach = { status: 503, code: 'SERVICE_UNAVAILABLE', retryAfter: '2' };

async function authorize(url: string, orderId: string) {
  const reply = await fetch(`${url}/payment/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ orderId, customerId: 'c-1', amount: { amountMinor: 500, currencyCode: 'USD' } }),
  });
  const { code } = (await reply.json()) as { code?: string };
  return { status: reply.status, code, retryAfter: reply.headers.get('retry-after') };
}
