import { EventEmitter, once } from 'node:events';
import type { Browser } from 'playwright-core';

/** The URL of a page; its content, if no server has it; and an expression that becomes true when it shows the awaited content. */
export type Site = { url: string; token?: string; html?: string; shown?: string };

/** Reports, after the frame that shows it, the time since the start of the navigation. */
const telling = (shown: string) => `
  const seen = new MutationObserver(() => {
    if (!(${shown})) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => painted(performance.now())));
  });
  seen.observe(document, { subtree: true, childList: true, characterData: true });
`;

const progress = "document.querySelector('progress')";

/** Opens a page in a window of its own and waits until it shows the awaited content, on a processor that is this many times slower. */
export async function openPage(browser: Browser, { url, token, html, shown = progress }: Site, slower: number) {
  const context = await browser.newContext();
  const news = new EventEmitter();
  await context.exposeFunction('painted', (ms: number) => news.emit('painted', ms));
  if (token) await context.addInitScript((given) => sessionStorage.setItem('waybill:token', given), token);
  await context.addInitScript(telling(shown));
  if (html) await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const painted = once(news, 'painted');
  await page.goto(url, { waitUntil: 'commit' });
  const [paintedMs] = (await painted) as [number];
  return { paintedMs, close: () => context.close() };
}
