import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, mugs, usd } from './an-order.ts';
import { aWorldOfProviders, minute, type World } from './world.ts';

let folder: string;
let world: World;
const open = async () => {
  world = await aWorldOfProviders({ dataDir: join(folder, 'chaos'), labelTimeMs: 4_000 });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-chaos-'));
  await open();
}, minute);
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

test(
  'a restart in the middle of a label changes nothing: not the label, the answers, the plan nor the pins',
  async () => {
    const orderId = 'ORD-1';
    const authorize = () =>
      world.payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) }, { idempotencyKey: `${orderId}:A` });
    const label = () => world.shipping.createLabel({ orderId, address }, { idempotencyKey: `${orderId}:L` });
    const held = await authorize();
    await world.shipping.prepare({ orderId, lines: mugs(1) });
    const settings = await world.chaos.change({ seed: 'kept', operations: [shares('payment.refund')] });
    await world.chaos.pin({ orderId, operation: 'payment.release', outcomes: ['server_error', 'success'] });
    await world.payment.release({ orderId }).catch(() => undefined);
    const cutOff = label().catch((error: Error) => error.name);

    await untilBegun(orderId);
    await world.stop();
    await open();

    expect(await cutOff).toBe('Unavailable');
    expect(await authorize()).toEqual(held);
    expect(await world.chaos.settings()).toEqual(settings);
    expect(await world.chaos.pin({ orderId, operation: 'payment.capture', outcomes: ['slow'] })).toMatchObject({
      pins: [{ outcomes: ['slow'] }, { operation: 'payment.release', outcomes: ['success'] }],
    });
    expect(await label()).toMatchObject({ status: 'LABELED', labelPercent: 100 });
  },
  2 * minute,
);

const shares = (operation: string) => ({ operation, shares: [{ outcome: 'slow', percent: 100 }] });

async function untilBegun(orderId: string): Promise<void> {
  await expect.poll(async () => (await world.shipping.status({ orderId }))?.status).toBe('LABELING');
}
