import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** What is read is whole: titles, ids and labels. */
export function legible({ someone, waitingOrder }: DashboardSystem): void {
  test('the title of each page names it, so that two tabs can be told apart', async () => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager');

    await go('/orders');
    await soon(() => page.title()).toBe('Orders · Waybill');
    await page.goto(`${new URL(page.url()).origin}/orders/${id}`);
    await soon(() => page.title()).toBe(`${id} · Waybill`);
    await page.getByRole('link', { name: 'Approvals' }).click();

    await soon(() => page.title()).toBe('Approvals · Waybill');
  });

  test.each(['/orders', '/approvals'])('an id in the list at %s is one text to copy', async (path) => {
    const ids = [await waitingOrder(), await waitingOrder(`orderId: "ORD-V${path.length}"`)];
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });

    await go(path);

    for (const id of ids) {
      const link = page.getByRole('link', { name: id, exact: true });
      await link.waitFor();
      expect(await link.evaluate(copied)).toBe(id);
    }
  });

  test.each([1_280, 1_366, 1_440, 1_920])('at %i pixels the ids in the list of orders are whole', async (width) => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager', { viewport: { width, height: 900 } });

    await go('/orders');
    await page.getByRole('link', { name: id, exact: true }).waitFor();

    expect(await page.evaluate(cutIds)).toEqual([]);
  });

  test('on a phone a row of views or tabs fades where more of it follows, and only there', async () => {
    const { page, go } = await someone('manager', phone);
    const id = await waitingOrder();
    const edges = async (name: string) => {
      const row = page.getByLabel(name, { exact: true });
      const has = (edge: string) => row.evaluate((list, mark) => list.hasAttribute(mark), `data-more-${edge}`);
      const mask = await row.evaluate((list) => list.ownerDocument.defaultView?.getComputedStyle(list).maskImage);
      return { before: await has('before'), after: await has('after'), fades: mask?.startsWith('linear-gradient') };
    };

    await go('/orders');
    await soon(() => edges('Views')).toEqual({ before: false, after: true, fades: true });
    await page.getByRole('button', { name: 'Not shipped' }).click();
    await soon(() => edges('Views')).toEqual({ before: true, after: false, fades: true });
    await go(`/orders/${id}?tab=raw`);

    await soon(() => edges('Parts of the order')).toEqual({ before: true, after: false, fades: true });
  });

  test('on a phone of 320 pixels no label touches the edge of its button', async () => {
    const { page, go, settled } = await someone('operator', phone);
    const id = await waitingOrder();
    const found: Record<string, unknown> = {};

    for (const path of ['/', '/orders', '/approvals', '/new', '/runs', `/orders/${id}`, `/orders/${id}/approve`]) {
      await go(path);
      await settled();
      const touching = await page.evaluate<string[]>(touchingLabels);
      if (touching.length > 0) found[path] = touching;
    }

    expect(found).toEqual({});
  });

  test('who wants no motion sees none, also while a list loads', async () => {
    const { page, go } = await someone('manager', { reducedMotion: 'reduce' });
    await page.route('**/graphql', (route) =>
      /query Viewer/.test(route.request().postData() ?? '') ? route.fallback() : undefined,
    );

    await go('/stock');
    await page.getByText('is loading').first().waitFor({ state: 'attached' });

    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  });
}

/** What a person gets who selects all of it and copies. */
function copied(element: HTMLElement | SVGElement): string | undefined {
  const selection = element.ownerDocument.getSelection();
  selection?.selectAllChildren(element);
  return selection?.toString().trim();
}

/** The ids that are wider than their place. */
const cutIds = `[...document.querySelectorAll('td a')].filter((link) => {
  const text = document.createRange();
  text.selectNodeContents(link);
  const widths = [...link.querySelectorAll('span')].map((part) => {
    text.selectNodeContents(part);
    return text.getBoundingClientRect().width;
  });
  return Math.max(...widths) > link.clientWidth + 0.5;
}).map((link) => link.textContent)`;

/** The buttons and links whose label is less than 3 pixels from an edge of theirs. */
const touchingLabels = `[...document.querySelectorAll('button, nav li a')].filter((each) => {
  if (!each.checkVisibility({ visibilityProperty: true }) || !each.textContent.trim()) return false;
  const text = document.createRange();
  text.selectNodeContents(each.querySelector('svg + span') ?? each);
  const [outer, inner] = [each.getBoundingClientRect(), text.getBoundingClientRect()];
  return outer.width > 1 && (inner.left - outer.left < 3 || outer.right - inner.right < 3);
}).map((each) => each.textContent.trim())`;
