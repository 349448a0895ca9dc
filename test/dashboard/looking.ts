import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Person } from './person.ts';
import type { Role, World } from './world.ts';

/** Every page, and its states. ORDER stands for an order that waits. */
const pages: Readonly<Record<Role, readonly string[]>> = {
  operator: [
    ...['/', '/orders', '/orders?customer=nobody', '/orders/ORDER', '/orders/NO-SUCH-ORDER'],
    ...['journal', 'items', 'payment', 'raw'].map((tab) => `/orders/ORDER?tab=${tab}`),
    ...['/orders/ORDER?dialog=REJECT', '/orders/ORDER?dialog=CHANGE_ADDRESS', '/orders/ORDER?dialog=ADD_ITEM'],
    ...['/orders/ORDER/approve', '/orders/ORDER/approve?dialog=reject', '/approvals', '/new', '/chaos', '/stock'],
    ...['/runs', '/runs/NO-SUCH-RUN', '/runs?start=payment', '/runs?start=standing-order', '/settings', '/signin'],
  ],
  manager: ['/chaos'],
  customer: ['/', '/approvals', '/chaos', '/runs'],
};

const all = (Object.keys(pages) as Role[]).flatMap((role) => pages[role].map((path) => ({ role, path })));

/** Pages as everybody must be able to see and use them. */
export function looking({ someone, waitingOrder }: World): void {
  test('axe finds nothing on any page, in the light and in the dark', async () => {
    const found = await onEachPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      const light = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await violations(page, ['color-contrast']);
      await page.emulateMedia({ colorScheme: 'light' });
      return [...light, ...dark.map((each) => `in the dark: ${each}`)];
    });

    expect(found).toEqual({});
  });

  test('no page is too wide for a phone of 320 pixels, or has a target for a finger smaller than 44', async () => {
    const options = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
    const found = await onEachPage(options, ({ page }) => page.evaluate<string[]>(tooWideOrSmall));

    expect(found).toEqual({});
  });

  /** What is wrong with which page. */
  async function onEachPage(options: Parameters<World['someone']>[1], look: (person: Person) => Promise<string[]>) {
    const order = await waitingOrder();
    const found: Record<string, string[]> = {};
    const people = {} as Record<Role, Person>;
    for (const { role, path } of all) {
      people[role] ??= await someone(role, { ...options, colorScheme: 'light' });
      await people[role].go(path.replace('ORDER', order));
      await people[role].settled();
      const wrong = [...(await look(people[role])), ...people[role].troubles.splice(0)];
      if (wrong.length > 0) found[`${role} ${path}`] = wrong;
    }
    return found;
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] };

async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  const found = await page.evaluate<{ violations: Violation[] }>(`axe.run(document, ${options})`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id} ${JSON.stringify(target)} ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  );
}

/** What is no target for a finger alone: a link in a sentence, which is as high as its line. A link that covers its row is as large as that. */
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
  return [...(wide > 0 ? [wide + ' pixels too wide'] : []), ...small];
})()`;
