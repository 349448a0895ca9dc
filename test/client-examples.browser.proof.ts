import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '@waybill/temporal';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandsOf, npmSettings } from '../clients/typed/test/support/recipe.ts';
import { aBrowser, noBrowser } from '../services/gateway/test/support/chromium.ts';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { approving, placeOrder } from '../services/gateway/test/support/sentences.ts';
import { openShop, type Shop } from '../services/gateway/test/support/shop.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);
const token = await aToken({ sub: 'CUST-1', role: 'customer' });

if (noBrowser) console.warn(`The examples of the client in a browser: ${noBrowser}`);

describe.skipIf(noBrowser && !process.env.CI)("the client's pages, in a real browser, from another origin", () => {
  let shop: Shop;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof aSite>>;
  let gateway: Driver;
  beforeAll(async () => {
    [shop, browser, site] = await Promise.all([openShop(), aBrowser(), aSite()]);
    gateway = await shop.anotherGateway({ access: { allowedOrigins: [site.origin] } });
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), gateway?.close().then(shop.close), site?.close()]);
  });

  test('the plain HTML page places an order and shows it to its end', async () => {
    const page = await opened('order.html');
    const title = page.locator('h1');

    await expect.poll(() => title.textContent()).toMatch(/^ORD-\w+: AWAITING_APPROVAL$/);
    const [, id = ''] = /^(.*): /.exec((await title.textContent()) ?? '') ?? [];
    await gateway.told(approving(id));

    await expect.poll(() => title.textContent()).toBe(`${id}: SHIPPED`);
    expect(await page.locator('li').count()).toBeGreaterThan(5);
  });

  test('the React page shows the newest order, and a chosen one', async () => {
    const older = await placeOrder(gateway);
    const page = await opened('react.html');
    const title = page.locator('h1');
    await expect.poll(() => title.textContent()).toBe(`${older}: AWAITING_APPROVAL`);

    const newer = await placeOrder(gateway);
    await expect.poll(() => title.textContent()).toBe(`${newer}: AWAITING_APPROVAL`);
    await page.selectOption('select', older);
    await gateway.told(approving(older));

    await expect.poll(() => title.textContent()).toBe(`${older}: SHIPPED`);
    expect(await page.locator('p').textContent()).toBe('live');
  });

  async function opened(name: string) {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/${name}?gateway=${encodeURIComponent(gateway.endpoint)}#${token}`);
    return page;
  }
});

/** The folder of somebody who follows the README: its commands, to the letter, in a folder beside the clone. */
async function aSite() {
  const parent = await mkdtemp(join(tmpdir(), 'waybill-pages-'));
  const folder = join(parent, 'mine');
  await mkdir(folder);
  await symlink(root, join(parent, 'waybill'));
  for (const name of ['order.html', 'order.tsx'])
    await copyFile(join(root, 'clients/typed/examples', name), join(folder, name));
  await writeFile(join(folder, 'react.html'), `<!doctype html>${await pageInReadme()}`);

  const command = async (word: string) => (await commandsOf('README.md', word))[0] ?? '';
  const [build, install, serve] = await Promise.all([command('build'), command('react-dom'), command('npx')]);
  await run('bash', ['-c', build], { cwd: root });
  await run('bash', ['-c', install], { cwd: folder, env: { ...process.env, ...npmSettings } });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await serving(serve.replace(':8000', `:${port}`), folder, origin);
  return {
    origin,
    close: async () => {
      await server.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

async function pageInReadme(): Promise<string> {
  const readme = await readFile(join(root, 'clients/typed/README.md'), 'utf8');
  return /`(<body>.*?<\/script>)`/.exec(readme)?.[1] ?? '';
}

/** Runs a command that serves until it is ended, with a process group of its own. */
async function serving(command: string, cwd: string, origin: string) {
  const child = spawn('bash', ['-c', command], { cwd, detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  await vi.waitFor(() => fetch(origin), { timeout: 60_000 });
  return {
    close: async () => {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
      await ended;
    },
  };
}
