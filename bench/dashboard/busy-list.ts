import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aBrowser } from '../../services/gateway/test/support/chromium.ts';
import { mockOrders } from '../../test/dashboard/mock-orders.ts';
import { buildDashboard } from '../../tools/stack/src/start/dashboard.ts';
import { child } from '../gateway/child.ts';
import { percentile, round } from '../gateway/figures.ts';
import { aToken } from '../gateway/token.ts';

const seconds = Number(process.argv[2] ?? 30);
const rows = 10_000;
const perTick = 10;
const tickMs = 50;

/** The work of a page with ten thousand orders, of which two hundred change per second. */
await buildDashboard({ say: console.error, signal: AbortSignal.timeout(240_000) });
const gateway = await child('./gateway-process.ts', {
  dashboard: fileURLToPath(new URL('../../clients/web/dist', import.meta.url)),
});
const browser = await aBrowser();
const context = await browser.newContext();
await context.addInitScript((token) => sessionStorage.setItem('waybill:token', token), await aToken());
const page = await context.newPage();
const orders = await mockOrders(page, rows);
await page.goto(`${await gateway.ask<string>('url')}/orders`);
await page.locator('tbody tr[data-index]').first().waitFor();
while (!orders.isFollowed()) await setTimeout(20);
const devTools = await context.newCDPSession(page);
const heapMb = async () => {
  await devTools.send('HeapProfiler.collectGarbage');
  return (await devTools.send('Runtime.getHeapUsage')).usedSize / 1e6;
};

await changeFor(2_000);
const before = await heapMb();
await page.evaluate(watching());
await changeFor(seconds * 1_000);
const { tasks, frames, most } = await page.evaluate<{ tasks: number[]; frames: number[]; most: number }>('watched()');
const grown = (await heapMb()) - before;

console.log(
  `${rows} rows, ${(perTick * 1_000) / tickMs} changes a second for ${seconds} s: ${tasks.length} tasks over 50 ms (longest ${round(Math.max(0, ...tasks))}), ` +
    `a frame p50 ${round(percentile(frames, 0.5))}, p95 ${round(percentile(frames, 0.95))} ms, at most ${most} rows in the document, heap ${round(before)} MB and ${round(grown)} more`,
);
await browser.close();
await gateway.kill();
process.exit(0);

/** Half of the changing rows are in sight. */
async function changeFor(ms: number): Promise<void> {
  const until = performance.now() + ms;
  for (let tick = 0; performance.now() < until; tick++) {
    for (let each = 0; each < perTick; each++) {
      orders.change(each % 2 === 0 ? 1 + ((tick + each) % 20) : 1 + ((tick * 37 + each * 911) % rows), tick % 100);
    }
    await setTimeout(tickMs);
  }
}

/** Measures from now on: long tasks, the time between frames, and the rows in the document. */
function watching(): string {
  return `(() => {
    const [tasks, frames] = [[], []];
    let [most, last] = [0, performance.now()];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ type: 'longtask' });
    const frame = (now) => {
      frames.push(now - last);
      last = now;
      most = Math.max(most, document.querySelectorAll('tbody tr[data-index]').length);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.watched = () => ({ tasks, frames, most });
  })()`;
}
