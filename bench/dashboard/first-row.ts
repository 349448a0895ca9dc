import { median, round } from '../gateway/figures.ts';
import { placeWaiting, withShop } from './system.ts';

const times = Number(process.argv[2] ?? 10);

/** How long it takes from the start of the navigation until the first order is painted and the list is live, nothing cached. */
await withShop(async ({ url, token, browser, client }) => {
  for (let at = 0; at < 20; at++) await placeWaiting(client, `ORD-ROW-${at}`);
  for (const slower of [1, 4]) {
    const measured: number[] = [];
    for (let left = times + 1; left > 0; left--) measured.push(await firstRowMs(slower));
    const usual = measured.slice(1);
    console.log(
      `cold first live row, processor ${slower} times slower: median ${round(median(usual))} ms of ${times} (${round(Math.min(...usual))} to ${round(Math.max(...usual))})`,
    );
  }

  async function firstRowMs(slower: number): Promise<number> {
    const context = await browser.newContext();
    await context.addInitScript((given) => sessionStorage.setItem('waybill:token', given), token);
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(untilLive);
    await page.goto(`${url}/orders`, { waitUntil: 'commit' });
    const ms = await page.evaluate<number>('liveRow');
    await context.close();
    return ms;
  }
});
process.exit(0);

/** In the page: resolves after the frame that has a row, and says that it is live. */
const untilLive = `window.liveRow = new Promise((done) => {
  new MutationObserver((_, self) => {
    const isLive = document.querySelector('tbody tr[data-index]') && /Live/.test(document.querySelector('header')?.textContent);
    if (!isLive) return;
    self.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  }).observe(document, { subtree: true, childList: true, characterData: true });
})`;
