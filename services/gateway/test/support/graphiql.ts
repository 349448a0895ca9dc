import type { Browser, Page } from 'playwright-core';

export type Role = 'customer' | 'manager' | 'operator';

export type Graphiql = Awaited<ReturnType<typeof openGraphiql>>;

/** GraphiQL in a browser that can reach only this machine, used with a role. */
export async function openGraphiql(browser: Browser, endpoint: string, role: Role) {
  const context = await browser.newContext();
  const beyond: string[] = [];
  await context.route(isBeyond, (route) => {
    beyond.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  await page.goto(endpoint);
  await choose(page, role);

  const execute = async () => {
    const button = page.getByRole('button', { name: /^Execute query/ }); // while it runs, the button says to stop
    await button.click();
    return { shows: () => shown(page), ended: () => button.waitFor() };
  };
  return {
    /** What the page tried to load from elsewhere. */
    beyond,
    /** Runs a document, and says what is shown so far. */
    run: async (document: string) => {
      await write(page, document);
      return execute();
    },
    /** Runs the example of that name as it stands, which is a tab of its own. */
    runExample: async (name: string) => {
      await page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${name}$`) }).click();
      await page.waitForFunction(hasOpened, name);
      return execute();
    },
    /** Presses the mouse on a tab, as a person does who does not wait; says which tab is open. */
    press: (name: string) => press(page, name),
    /** The controls that can be seen and lie beneath an element. */
    coveredBy: (selector: string) => page.locator(selector).evaluate(controlsBeneath),
    close: () => context.close(),
  };
}

const isBeyond = ({ protocol, hostname }: URL): boolean =>
  /^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname);

async function press(page: Page, name: string) {
  const tab = page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${name}$`) });
  await tab.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0, height = 0 } = (await tab.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  return { opens: () => page.locator('.graphiql-tab-active').textContent() };
}

const choose = (page: Page, role: Role) => page.selectOption('#role', role);

/** At its corners; what is scrolled out of sight lies beneath nothing. */
function controlsBeneath(above: Element): string[] {
  const { left, right, top, bottom } = above.getBoundingClientRect();
  const beneath = [left + 1, right - 1].flatMap((x) =>
    [top + 1, bottom - 1].flatMap((y) => document.elementsFromPoint(x, y)),
  );
  return beneath.flatMap((element) =>
    element.closest('button, a, .graphiql-logo') ? [element.textContent ?? ''] : [],
  );
}

/** Into a tab of its own, in one line and all at once: the editor completes what is typed, and what is begun on a new line. */
async function write(page: Page, document: string): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click();
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  const text = document.replace(/\s+/g, ' ');
  await page.keyboard.insertText(text);
  await page.waitForFunction(hasRead, text);
}

/** Whether GraphiQL has parsed what was written last: until then it would run that under the name of what was there before. */
function hasRead(text: string): boolean {
  const { tabs = [], activeTabIndex = 0 } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}');
  return tabs[activeTabIndex]?.query === text;
}

/** Whether GraphiQL has parsed the example of the tab that was opened last. */
function hasOpened(name: string): boolean {
  const { tabs = [], activeTabIndex = 0 } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}');
  return tabs[activeTabIndex]?.operationName === name;
}

/** The editor draws only what is in sight, with its own kind of blanks. */
const shown = async (page: Page): Promise<string> =>
  ((await page.locator('.result-window .view-lines').textContent()) ?? '').replaceAll('\u00a0', ' ');
