import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

const built = fileURLToPath(new URL('../../clients/web/dist', import.meta.url));

/** The page is open while the dashboard is upgraded, so files that it has not loaded yet are gone. */
export function testUpgrade({ system, visitor, someone }: DashboardSystem): void {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-dashboard-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('an open page says that there is a new version, and a reload shows it with all that was typed', async () => {
    const first = await system().gateway();
    const { page, go, heading } = await visitor(first.url, await aToken({ role: 'operator' }));
    await go('/new');
    await page.getByLabel('Customer id').fill('ada');
    await page.getByText('Live', { exact: true }).waitFor();
    renameAssets(folder);

    await first.stop();
    await system().gateway({}, { dashboard: { folder }, port: Number(new URL(first.url).port) });
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Stock' }).focus(); // which loads its page ahead
    await page.getByText('A new version of this page is available').waitFor();
    await page.getByRole('button', { name: 'Reload' }).click();

    await soon(() => page.getByLabel('Customer id').inputValue()).toBe('ada');
    await page.getByRole('link', { name: 'Stock' }).click();
    await heading('Stock');
  });

  test('a page that cannot be loaded after a reload either says so, and all other pages work', async () => {
    const { page, go, heading } = await someone('operator');
    await page.route('**/assets/stock-page-*.js', (route) => route.fulfill({ status: 404 }));
    await go('/settings');
    await heading('Settings');

    await page.getByRole('link', { name: 'Stock' }).click();

    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await heading('Orders');
  });
}

/** A copy of the build in which every asset has another name, as after a change that all of them have a part in. */
function renameAssets(folder: string): void {
  cpSync(built, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((file) => !/\.(br|gz)$/.test(file));
  const old = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    if (/\.(br|gz)$/.test(file)) rmSync(path);
    else if (/\.(js|css|html)$/.test(file)) writeFileSync(path, readFileSync(path, 'utf8').replace(old, 'later-$&'));
  }
  for (const name of names) renameSync(join(assets, name), join(assets, `later-${name}`));
}
