import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type Person = Awaited<ReturnType<typeof openDashboard>>;

/** The dashboard in a window of its own, as somebody with a token uses it. */
export async function openDashboard(
  browser: Browser,
  url: string,
  token?: string,
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext(options);
  if (token) await context.addInitScript((given) => sessionStorage.setItem('waybill:token', given), token);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // several people share the machine
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) troubles.push(`foreign request: ${request.url()}`);
  });
  return {
    page,
    /** What the console was told, which includes what the content security policy blocks, and requests to other origins. */
    troubles,
    go: (path: string) => page.goto(`${url}${path}`),
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor(),
    keyboard: keyboardOf(page),
    /** Until the page has a heading, and nothing of it is still loading. */
    async settled() {
      await page.getByRole('heading').first().waitFor();
      await page.getByText('is loading').first().waitFor({ state: 'detached' });
    },
    close: () => context.close(),
  };
}

const mostPresses = 240;

/** What has the focus, by the name that a person reads: its label, or its text; nothing of a whole page. */
const nameOfFocused = `(() => {
  const focused = document.activeElement;
  if (focused?.matches('body, main')) return '';
  const label = focused?.labels?.[0] ?? focused;
  return (focused?.getAttribute('aria-label') ?? label?.textContent ?? '').trim();
})()`;

/** The page without a mouse. */
function keyboardOf(page: Page) {
  const { keyboard } = page;
  const focused = async () => String(await page.evaluate(nameOfFocused));
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < mostPresses; presses++) {
      if (name.test(await focused())) return;
      await keyboard.press('Tab');
    }
    throw new Error(`The keyboard reaches nothing called ${name}`);
  };
  return {
    reach,
    /** The name of what has the focus. */
    focused,
    async press(name: RegExp, key = 'Enter') {
      await reach(name);
      await keyboard.press(key);
    },
    async type(name: RegExp, text: string) {
      await reach(name);
      await keyboard.type(text);
    },
    /** In place of what stands there. */
    async replace(name: RegExp, text: string) {
      await reach(name);
      await keyboard.press('ControlOrMeta+A');
      await keyboard.type(text);
    },
  };
}
