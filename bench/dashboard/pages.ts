import type { Browser } from 'playwright-core';
import { aBrowser } from '../../services/gateway/test/support/chromium.ts';
import { child } from '../gateway/child.ts';
import { compare, median, sizeArgument } from '../gateway/figures.ts';
import { aToken } from '../gateway/token.ts';
import { openPage, type Site } from './painting.ts';

const times = sizeArgument(10);

/** The time to paint the page of an order, compared with a page of one element in the same Chromium. */
export async function comparePages(built: string): Promise<void> {
  const gateway = await child('./gateway-process.ts', { dashboard: built });
  const order = { url: `${await gateway.ask<string>('url')}/orders/ORD-1`, token: await aToken() };
  const bare = { url: 'http://127.0.0.1:1/', html: '<!doctype html><progress max="100" value="50"></progress>' };
  const browser = await aBrowser();
  for (const slower of [1, 4]) {
    const ours = () => medianMs(browser, order, slower);
    const theirs = () => medianMs(browser, bare, slower);
    await ours();
    await theirs();
    const where = slower === 1 ? '' : `, on a processor ${slower} times slower`;
    await compare(`an order painted, nothing of it cached${where}`, 'ms', ours, theirs);
  }
  await browser.close();
}

/** Every window is new, so that its cache is empty. */
async function medianMs(browser: Browser, site: Site, slower: number): Promise<number> {
  const measured: number[] = [];
  for (let left = times; left > 0; left--) {
    const page = await openPage(browser, site, slower);
    measured.push(page.paintedMs);
    await page.close();
  }
  return median(measured);
}
