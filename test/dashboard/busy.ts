import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { mockOrders } from './mock-orders.ts';
import { soon } from './soon.ts';

/** A list of which hundreds of orders change in a moment. */
export function busy({ someone }: DashboardSystem): void {
  test('of ten thousand constantly changing orders a few rows are in the document, and few announcements are made', async () => {
    const { page, go } = await someone('manager');
    const orders = await mockOrders(page, 10_000);
    await go('/orders');
    const progress = page.getByRole('progressbar', { name: 'Progress of MOCK-1', exact: true });
    await progress.waitFor();
    await soon(orders.isFollowed).toBe(true);
    await page.evaluate(watchTheDocument);

    for (let round = 1; round <= 60; round++) {
      for (let at = 1; at <= 20; at++) orders.change(at, round);
      orders.come();
      await soon(() => progress.getAttribute('value')).toBe(`${round}`);
    }

    const { mostRows, announced, seconds } = await page.evaluate<Watched>('watched()');
    expect(mostRows).toBeLessThanOrEqual(80);
    expect(announced).toBeLessThanOrEqual(2 + seconds / 5);
    expect(announced).toBeGreaterThan(0);
    await page.getByRole('button', { name: '60 new' }).click();
    await page
      .getByRole('link', { name: /^MOCK-NEW-/ })
      .first()
      .waitFor();
  });
}

type Watched = { mostRows: number; announced: number; seconds: number };

/** From now on: the most rows that are there together, and how often a screen reader is given something to read. */
const watchTheDocument = `(() => {
  const [began, live] = [performance.now(), '[role="status"], [role="alert"], [aria-live]'];
  let [mostRows, announced] = [0, 0];
  const isLive = ({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest(live);
  new MutationObserver((records) => {
    mostRows = Math.max(mostRows, document.querySelectorAll('tbody tr[data-index]').length);
    if (records.some(isLive)) announced++;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  window.watched = () => ({ mostRows, announced, seconds: (performance.now() - began) / 1000 });
})()`;
