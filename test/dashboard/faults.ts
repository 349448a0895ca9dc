import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import type { DashboardSystem } from './dashboard-system.ts';

/** Faults that meet everybody, so nobody else may be at work. */
export function faults(dashboard: DashboardSystem): void {
  const { someone } = dashboard;
  test('by keyboard alone an operator sets a profile, a seed and the shares of an operation', async () => {
    const { page, go, heading, keyboard, troubles } = await someone('operator');
    await go('/');
    await keyboard.press(/^Chaos$/);
    await heading('Chaos');

    await keyboard.press(/^Storm$/);
    await page.getByText('Storm from now on').waitFor();
    await keyboard.replace(/^Seed$/, 'monday');
    await page.keyboard.press('Enter');
    await page.getByText('The seed is set').waitFor();
    expect(await chaosOf(dashboard)).toMatchObject({ profile: 'STORM', seed: 'monday' });
    await keyboard.press(/^Calm$/);
    await page.getByText('Calm from now on').waitFor();
    await keyboard.type(/^Operation$/, 'notification');
    await keyboard.replace(/^Success$/, '75');
    await page.getByText('75 %: 25 are missing').waitFor();
    await keyboard.replace(/^Slow$/, '25');
    await keyboard.press(/^Set outcomes$/);
    await page.getByText('The shares of notification.send are set').waitFor();

    const { operations } = await chaosOf(dashboard);
    const set = [
      { outcome: 'success', percent: 75 },
      { outcome: 'slow', percent: 25 },
    ];
    expect(operations).toContainEqual({ operation: 'notification.send', shares: expect.arrayContaining(set) });
    expect(troubles).toEqual([]);
  });
  pinning(dashboard);
}

function pinning(dashboard: DashboardSystem): void {
  const { gateway, someone } = dashboard;
  test('what a pin sets is shown call by call as outcomes are added', async () => {
    const { page, go, heading } = await someone('operator');
    const add = page.getByRole('button', { name: 'Add', exact: true });
    const calls = page.getByText(/^Its next (\d+ )?calls?: /);
    await go('/chaos');
    await heading('Chaos');
    await add.waitFor();
    expect(await calls.count()).toBe(0);

    await add.click();
    expect(await calls.textContent()).toBe('Its next call: Carrier error');
    await add.click();
    expect(await calls.textContent()).toBe('Its next 2 calls: Carrier error 2 times');
    await page.getByRole('button', { name: 'Clear' }).click();

    expect(await calls.count()).toBe(0);
  });

  test('by keyboard alone an operator pins outcomes, sees them used, and takes a pin back', async () => {
    const { page, go, heading, keyboard, troubles } = await someone('operator');
    await go('/chaos');
    await heading('Chaos');

    await keyboard.type(/^Order or run$/, 'ORD-KEYS');
    await keyboard.type(/^Next outcome$/, 'Carrier');
    for (const _ of [1, 2]) await keyboard.press(/^Add$/);
    await keyboard.press(/^Pin$/);
    await page.getByText('Pinned for ORD-KEYS').waitFor();
    await gateway().told(placing('orderId: "ORD-KEYS"').replace('requiresApproval: true', 'requiresApproval: false'));
    const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: 'ORD-KEYS' });
    await calls.filter({ hasText: 'Carrier error, pinned' }).nth(1).waitFor();
    await keyboard.replace(/^Order or run$/, 'ORD-NEVER');
    await keyboard.type(/^Next outcome$/, 'Timeout');
    await keyboard.press(/^Pin$/);
    await keyboard.press(/^Remove shipping.label of ORD-NEVER$/);
    await page.getByText('shipping.label of ORD-NEVER is no longer pinned').waitFor();

    const { pins } = await chaosOf(dashboard);
    expect(pins.filter(({ orderId }) => /^ORD-(KEYS|NEVER)$/.test(orderId))).toEqual([]);
    expect(troubles).toEqual([]);
  });
}

type Chaos = {
  profile: string;
  seed: string;
  operations: { operation: string; shares: { outcome: string; percent: number }[] }[];
  pins: { orderId: string }[];
};

async function chaosOf({ gateway }: DashboardSystem): Promise<Chaos> {
  const { chaos } = await gateway().told<{ chaos: Chaos }>(
    '{ chaos { profile seed operations { operation shares { outcome percent } } pins { orderId } } }',
  );
  return chaos;
}
