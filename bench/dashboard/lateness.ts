import type { Page } from 'playwright-core';
import { percentile, round } from '../gateway/figures.ts';
import { rateOf } from '../orders/orders.ts';
import { placeWaiting, type Shop, withShop } from './system.ts';

const watched = Number(process.argv[2] ?? 20);
const moving = Number(process.argv[3] ?? 300);
/** The first orders find every process cold. */
const warmUps = 3;

/** Records the age of each entry after the frame that shows it. */
const watchEntries = `(() => {
  window.late = [];
  const list = document.querySelector('[aria-label="Journal"]');
  const known = new Set(list.children);
  new MutationObserver(() => {
    const fresh = [...list.children].filter((entry) => !known.has(entry));
    for (const entry of fresh) known.add(entry);
    requestAnimationFrame(() => setTimeout(() => {
      for (const entry of fresh) late.push(Date.now() - Date.parse(entry.querySelector('time').dateTime));
    }));
  }).observe(list, { childList: true });
})()`;

/** The delay between a journal entry and its painting, for one order alone and among hundreds that run. */
await withShop(async (shop) => {
  for (let at = 0; at < warmUps; at++) await latenessOf(shop, `ORD-FIRST-${at}`);
  await report('alone', shop, 'ORD-ALONE');
  const others = Array.from({ length: moving }, (_, at) => `ORD-OTHER-${at}`);
  for (const id of others) await placeWaiting(shop.client, id);
  const approved = rateOf(moving, 20, async () => void (await shop.client.orders.approve(others.pop() ?? '')));
  await report(`while ${moving} orders are under way`, shop, 'ORD-AMONG');
  await approved;
});
process.exit(0);

async function report(what: string, shop: Shop, prefix: string): Promise<void> {
  const late: number[] = [];
  for (let at = 0; at < watched; at++) late.push(...(await latenessOf(shop, `${prefix}-${at}`)));
  console.log(
    `${what}: ${late.length} entries of ${watched} orders painted p50 ${round(percentile(late, 0.5))} ms, p95 ${round(percentile(late, 0.95))} ms after their own time`,
  );
}

/** The delay of each entry that is written while the order's page is open. */
async function latenessOf({ url, token, browser, client }: Shop, id: string): Promise<number[]> {
  await placeWaiting(client, id);
  const context = await browser.newContext();
  await context.addInitScript((given) => sessionStorage.setItem('waybill:token', given), token);
  const page = await context.newPage();
  await page.goto(`${url}/orders/${id}?tab=journal`);
  await page.locator('[aria-label="Journal"] time').first().waitFor();
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  await page.evaluate('new Promise((idle) => requestIdleCallback(idle))'); // its history is painted, its scripts are compiled
  await page.evaluate(watchEntries);
  await client.orders.approve(id);
  await page.getByRole('heading', { name: /^Shipped by .*[^d]$/ }).waitFor();
  const late = await lateOf(page);
  await context.close();
  return late;
}

function lateOf(page: Page): Promise<number[]> {
  return page.evaluate('new Promise((done) => setTimeout(() => done(late), 100))');
}
