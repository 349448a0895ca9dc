import { median, round } from '../gateway/figures.ts';
import { openPage } from './painting.ts';
import { placeWaiting, withShop } from './system.ts';

const times = Number(process.argv[2] ?? 10);

const liveRow = `document.querySelector('tbody tr[data-index]') && /Live/.test(document.querySelector('header')?.textContent)`;

/** The time from the start of the navigation until the first order is painted and the list is live, with an empty cache. */
await withShop(async ({ url, token, browser, client }) => {
  for (let at = 0; at < 20; at++) await placeWaiting(client, `ORD-ROW-${at}`);
  for (const slower of [1, 4]) {
    const measured: number[] = [];
    for (let left = times + 1; left > 0; left--) {
      const page = await openPage(browser, { url: `${url}/orders`, token, shown: liveRow }, slower);
      measured.push(page.paintedMs);
      await page.close();
    }
    const usual = measured.slice(1);
    console.log(
      `cold first live row, processor ${slower} times slower: median ${round(median(usual))} ms of ${times} (${round(Math.min(...usual))} to ${round(Math.max(...usual))})`,
    );
  }
});
process.exit(0);
