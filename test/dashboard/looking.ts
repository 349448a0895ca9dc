import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBothThemes } from './axe.ts';
import type { DashboardSystem, Role } from './dashboard-system.ts';
import { mockOrders } from './mock-orders.ts';
import type { Person } from './person.ts';
import { soon } from './soon.ts';

/** Every page, and its states, by who looks. ORDER stands for an order that waits. */
const pages: Readonly<Record<string, { role: Role; paths: readonly string[] }>> = {
  'an operator, of orders': {
    role: 'operator',
    paths: [
      ...['/', '/orders', '/orders?customer=nobody&status=SHIPPED', '/orders/ORDER', '/orders/NO-SUCH-ORDER'],
      ...['journal', 'items', 'payment', 'raw'].map((tab) => `/orders/ORDER?tab=${tab}`),
      ...['/orders/ORDER?dialog=REJECT', '/orders/ORDER?dialog=CHANGE_ADDRESS', '/orders/ORDER?dialog=ADD_ITEM'],
    ],
  },
  'an operator, of the rest': {
    role: 'operator',
    paths: [
      ...['/orders/ORDER/approve', '/orders/ORDER/approve?dialog=reject', '/approvals', '/new', '/chaos', '/stock'],
      ...['/runs', '/runs/NO-SUCH-RUN', '/runs?start=payment', '/runs?start=standing-order', '/settings', '/signin'],
    ],
  },
  'a manager': { role: 'manager', paths: ['/chaos'] },
  'a customer': { role: 'customer', paths: ['/', '/approvals', '/chaos', '/runs'] },
};

/** Pages as everybody must be able to see and use them. */
export function looking({ someone, waitingOrder }: DashboardSystem): void {
  test.each(Object.keys(pages))('axe finds nothing on any page of %s, in light and dark themes', async (who) => {
    const found = await onEachPage(who, { reducedMotion: 'reduce' }, ({ page }) => inBothThemes(page));

    expect(found).toEqual({});
  });

  test.each(Object.keys(pages))(
    'no page of %s is too wide for a phone of 320 pixels, or has a touch target smaller than 44',
    async (who) => {
      const options = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
      const found = await onEachPage(who, options, ({ page }) => page.evaluate<string[]>(tooWideOrSmall));

      expect(found).toEqual({});
    },
  );

  for (const [state, { answer, until }] of Object.entries(states)) {
    test(`axe finds nothing on a page that ${state}`, async () => {
      const order = await waitingOrder();
      const found: Record<string, string[]> = {};
      const { page, go } = await someone('operator', { reducedMotion: 'reduce', colorScheme: 'light' });
      await page.route('**/graphql', (route) => {
        const isOwn = !/query Viewer|mutation/.test(route.request().postData() ?? 'mutation');
        return isOwn ? answer(route) : route.fallback();
      });
      for (const path of ['/', '/orders', '/approvals', '/stock', '/runs', '/chaos', `/orders/${order}?tab=history`]) {
        await go(path);
        await page.getByRole('heading', { level: 1 }).waitFor(); // before, its script is not there
        await until(page);
        const wrong = await inBothThemes(page);
        if (wrong.length > 0) found[path] = wrong;
      }
      expect(found).toEqual({});
    });
  }

  test('axe finds nothing on a list with new orders to show and one that has left', async () => {
    const { page, go } = await someone('manager', { reducedMotion: 'reduce', colorScheme: 'light' });
    const orders = await mockOrders(page, 30);
    await go('/orders');
    await soon(orders.isFollowed).toBe(true);
    await page.getByLabel('Select MOCK-1', { exact: true }).check();
    orders.come();
    orders.leave(2);
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await page.getByText('No longer in this list').waitFor();

    expect(await inBothThemes(page)).toEqual([]);
  });

  test('axe finds nothing in the queue of approvals where one has left', async () => {
    const { page, go } = await someone('manager', { reducedMotion: 'reduce', colorScheme: 'light' });
    const orders = await mockOrders(page, 3);
    await go('/approvals');
    await soon(orders.isFollowed).toBe(true);
    await page.getByRole('link', { name: 'MOCK-2' }).focus();
    orders.leave(2);
    await page.locator('li[data-left]').waitFor();

    expect(await inBothThemes(page)).toEqual([]);
  });

  /** What is wrong with which page. */
  async function onEachPage(
    who: string,
    options: Parameters<DashboardSystem['someone']>[1],
    look: (person: Person) => Promise<string[]>,
  ) {
    const { role = 'customer', paths = [] } = pages[who] ?? {};
    const order = await waitingOrder();
    const found: Record<string, string[]> = {};
    const person = await someone(role, { ...options, colorScheme: 'light' });
    for (const path of paths) {
      await person.go(path.replace('ORDER', order));
      await person.settled();
      const wrong = [...(await look(person)), ...person.troubles.splice(0)];
      if (wrong.length > 0) found[path] = wrong;
    }
    return found;
  }
}

/** How a page stands before it has what it shows, and where that cannot be had. */
const states: Readonly<
  Record<string, { answer: (route: Route) => Promise<void>; until: (page: Page) => Promise<unknown> }>
> = {
  'is still loading': {
    answer: async () => undefined,
    until: (page) => page.getByText('is loading').first().waitFor({ state: 'attached' }),
  },
  'cannot be shown': {
    answer: (route) => route.fulfill({ json: { errors: [{ message: 'Broken', extensions: { code: 'INTERNAL' } }] } }),
    until: (page) => page.getByRole('alert').first().waitFor(),
  },
};

/**
 * What is no target for a finger alone: a link in a sentence, which is as high as its line. A link that covers its row
 * is as large as that.
 */
export const tooWideOrSmall = `(() => {
  const wide = document.documentElement.scrollWidth - screen.width; // a page that is too wide widens the window of a phone
  const covers = (each) => getComputedStyle(each, '::after').position === 'absolute';
  const positioned = (each) => (getComputedStyle(each).position === 'static' ? positioned(each.parentElement) : each);
  const boxOf = (each) => (covers(each) ? positioned(each) : (each.closest('label') ?? each)).getBoundingClientRect();
  const small = [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && getComputedStyle(each).display !== 'inline')
    .map((each) => ({ each, box: boxOf(each) }))
    .filter(({ box }) => box.height > 1 && (box.height < 43.9 || box.width < 43.9))
    .map(({ each, box }) => each.outerHTML.slice(0, 80) + ' is ' + Math.round(box.width) + ' × ' + Math.round(box.height));
  const hidden = [...document.querySelectorAll(':is(ul, nav) :is([aria-current="page"], [aria-pressed="true"])')]
    .map((each) => ({ each, box: each.getBoundingClientRect(), list: each.closest('ul, nav').getBoundingClientRect() }))
    .filter(({ box, list }) => box.height > 1 && (box.left < list.left - 1 || box.right > list.right + 1))
    .map(({ each }) => each.textContent + ' is chosen and out of sight');
  return [...(wide > 0 ? [wide + ' pixels too wide'] : []), ...small, ...hidden];
})()`;
