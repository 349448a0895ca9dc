import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { context } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../clients/typed/build/package.ts';
import { aBrowser, noBrowser } from '../services/gateway/test/support/chromium.ts';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { approving, placeOrder } from '../services/gateway/test/support/sentences.ts';
import { openShop, type Shop } from '../services/gateway/test/support/shop.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
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

/** The folder of somebody who installed the client and copied its examples, served as its README says. */
async function aSite() {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-pages-'));
  await built(pathToFileURL(join(folder, 'node_modules/@waybill/client/')));
  for (const name of ['react', 'react-dom', 'scheduler'])
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  for (const name of ['order.html', 'order.tsx'])
    await copyFile(join(root, 'clients/typed/examples', name), join(folder, name));
  await writeFile(join(folder, 'react.html'), '<!doctype html><body><script type="module" src="order.js"></script>');

  const bundle = await context({
    ...{ absWorkingDir: folder, entryPoints: ['order.tsx'], outdir: folder, write: false },
    ...{ bundle: true, format: 'esm', jsx: 'automatic' },
  });
  const { port } = await bundle.serve({ host: '127.0.0.1', servedir: folder });
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      await bundle.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
