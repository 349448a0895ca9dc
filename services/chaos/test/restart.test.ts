import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, mugs, usd } from './an-order.ts';
import { minute, openTestProviders, type TestProviders } from './test-providers.ts';

let folder: string;
let testProviders: TestProviders;
const open = async () => {
  testProviders = await openTestProviders({ dataDir: join(folder, 'chaos'), labelTimeMs: 4_000 });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-chaos-'));
  await open();
}, minute);
afterAll(async () => {
  await testProviders.stop();
  await rm(folder, { recursive: true });
});

test(
  'a restart during a label changes neither the label, the responses, the plan nor the pins',
  async () => {
    const orderId = 'ORD-1';
    const authorize = () =>
      testProviders.payment.authorize(
        { orderId, customerId: 'c-1', amount: usd(500) },
        { idempotencyKey: `${orderId}:A` },
      );
    const label = () => testProviders.shipping.createLabel({ orderId, address }, { idempotencyKey: `${orderId}:L` });
    const held = await authorize();
    await testProviders.shipping.prepare({ orderId, lines: mugs(1) });
    const settings = await testProviders.chaos.change({ seed: 'kept', operations: [shares('payment.refund')] });
    await testProviders.chaos.pin({ orderId, operation: 'payment.release', outcomes: ['server_error', 'success'] });
    await testProviders.payment.release({ orderId }).catch(() => undefined);
    const cutOff = label().catch((error: Error) => error.name);

    await untilBegun(orderId);
    await testProviders.stop();
    await open();

    expect(await cutOff).toBe('Unavailable');
    expect(await authorize()).toEqual(held);
    expect(await testProviders.chaos.settings()).toEqual(settings);
    expect(await testProviders.chaos.pin({ orderId, operation: 'payment.capture', outcomes: ['slow'] })).toMatchObject({
      pins: [{ outcomes: ['slow'] }, { operation: 'payment.release', outcomes: ['success'] }],
    });
    expect(await label()).toMatchObject({ status: 'LABELED', labelPercent: 100 });
  },
  2 * minute,
);

const shares = (operation: string) => ({ operation, shares: [{ outcome: 'slow', percent: 100 }] });

async function untilBegun(orderId: string): Promise<void> {
  await expect.poll(async () => (await testProviders.shipping.status({ orderId }))?.status).toBe('LABELING');
}
