import type { Page } from 'playwright-core';
import type { openGatewayProcess } from './gateway-process.ts';

type Rounds = {
  page: Page;
  gateway: Pick<Awaited<ReturnType<typeof openGatewayProcess>>, 'kill' | 'comeBack'>;
  rounds: number;
  /** What happens to the orders while the gateway is away in this round. */
  meanwhile: (round: number) => Promise<unknown>;
};

export type Seen = { bannerMs: number; goneMs: number };

/** Kills the gateway of a page again and again, and tells how soon the page said so, and how soon it was live again. */
export async function killAgainAndAgain({ page, gateway, rounds, meanwhile }: Rounds): Promise<Seen[]> {
  const seen: Seen[] = [];
  const live = page.getByText('Live', { exact: true });
  await live.waitFor();
  for (let round = 0; round < rounds; round++) {
    const killedAt = performance.now();
    await gateway.kill();
    await page.getByText('Reconnecting').waitFor();
    const bannerMs = performance.now() - killedAt;
    await meanwhile(round);
    await gateway.comeBack();
    const readyAt = performance.now();
    await live.waitFor();
    seen.push({ bannerMs, goneMs: performance.now() - readyAt });
  }
  return seen;
}

/** The status of each order of the table by its id, of those too that are not in the document until they are scrolled to. */
export const shownStatuses = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(`new Promise((done) => {
    const statuses = {};
    scrollTo(0, 0);
    const read = () => {
      for (const row of document.querySelectorAll('tbody tr[data-index]')) {
        const id = row.querySelector('a').textContent;
        statuses[id] = row.querySelectorAll('td')[2].firstElementChild.textContent;
      }
      const { scrollHeight } = document.documentElement;
      const hasMore = document.querySelector('table')?.ariaRowCount === '-1';
      if (!hasMore && scrollY + innerHeight >= scrollHeight - 1) return done(statuses);
      scrollBy(0, innerHeight / 2);
      requestAnimationFrame(() => setTimeout(read));
    };
    requestAnimationFrame(read);
  })`);
