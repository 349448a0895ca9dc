import { EventEmitter, once } from 'node:events';
import type { Browser } from 'playwright-core';

/** Where a page is; and what it is, where no server has it. */
export type Site = { url: string; token?: string; html?: string };

/** Tells after the frame with the first progress bar how long that took from the start of the navigation. */
const telling = `
  const seen = new MutationObserver(() => {
    if (!document.querySelector('progress')) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => painted(performance.now())));
  });
  seen.observe(document, { subtree: true, childList: true });
`;

/** A page in a window of its own, once it shows how far something is; on a processor that is so many times slower. */
export async function openPage(browser: Browser, { url, token, html }: Site, slower: number) {
  const context = await browser.newContext();
  const news = new EventEmitter();
  await context.exposeFunction('painted', (ms: number) => news.emit('painted', ms));
  if (token) await context.addInitScript((given) => sessionStorage.setItem('waybill:token', given), token);
  await context.addInitScript(telling);
  if (html) await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const painted = once(news, 'painted');
  await page.goto(url, { waitUntil: 'commit' });
  const [paintedMs] = (await painted) as [number];
  return { paintedMs, close: () => context.close() };
}
