import { test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

/** The stock and the faults of the providers. */
export function providers({ gateway, someone }: DashboardSystem): void {
  test('a manager adds to the stock', async () => {
    const { page, go } = await someone('manager');
    await go('/stock');
    const row = page.getByRole('row', { name: /MUG-001/ });
    const available = async () => Number(await row.locator('data').getAttribute('value'));
    await row.waitFor();
    const before = await available();

    await row.getByRole('button', { name: /^Restock/ }).click();
    await page.getByRole('dialog').getByLabel('How many more').fill('1000000');
    await page.getByRole('dialog').getByRole('button', { name: 'Restock' }).click();

    await soon(async () => (await available()) >= before + 900_000).toBe(true);
  });

  test('the faults that somebody else sets are shown without a reload', async () => {
    const { page, go } = await someone('operator');
    await go('/chaos');
    await page.getByLabel('Seed').waitFor();

    await gateway().told('mutation { setChaos(input: { seed: "elsewhere" }) { __typename } }');

    await soon(() => page.getByLabel('Seed').inputValue()).toBe('elsewhere');
  });
}
