import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anIssuer } from '../../clients/web/test/support/issuer.ts';
import { anAccess, aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

const folder = fileURLToPath(new URL('../../clients/web/dist', import.meta.url));

/** Who comes without a token. */
export function signingIn({ system, gateway, visitor }: DashboardSystem): void {
  test('by keyboard alone a user chooses a role, and reaches the page of the link', async () => {
    const { page, go, heading, keyboard } = await visitor(gateway().url);

    await go('/stock');
    await heading('Sign in to Waybill');
    await page.getByRole('button', { name: 'Operator' }).waitFor();
    await keyboard.press(/^Operator$/);

    await heading('Stock');
  });

  test('a user signs in with the account of an issuer, which leaves nothing in the URL', async () => {
    await using issuer = await anIssuer();
    const theirs = await trusting(issuer.issuer);
    const { page, go, heading, troubles } = await visitor(theirs.url);

    await go('/stock');
    await page.getByRole('button', { name: /^Sign in with 127/ }).click();

    await heading('Stock');
    expect(page.url()).toBe(`${theirs.url}/stock`);
    expect(await page.getByText('Manager', { exact: true }).count()).toBe(1);
    expect(troubles.filter((trouble) => trouble.includes('Content Security Policy'))).toEqual([]);
  });

  test('a session is renewed silently, and its end is announced only if it cannot be renewed', async () => {
    await using issuer = await anIssuer({ lifetimeS: 3 });
    const { page, go, heading } = await visitor((await trusting(issuer.issuer)).url);
    const isOver = page.getByText('Your session has ended');
    await go('/stock');
    await page.getByRole('button', { name: /^Sign in with 127/ }).click();
    await heading('Stock');

    await soon(issuer.renewals).toBeAtLeast(3);
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await isOver.count()).toBe(0);
    issuer.forget();

    await isOver.first().waitFor();
    const news = page.getByRole('status', { name: 'News' });
    await soon(() => news.textContent()).toMatch(/Your session has ended. Sign in again to go on/);
  });

  test('a token that is refused stays in its field, with the reason beside it', async () => {
    const { page, go, heading } = await visitor(gateway().url);
    const expired = await aToken({ sub: 'ada', role: 'customer', endsInMs: -60_000 });
    await go('/stock');
    const field = page.getByLabel('Token');

    for (const [token, reason] of [
      ['secret', 'This is malformed: a token is three parts of letters and digits, joined by dots'],
      [expired, 'This token has expired: ask for a new one'],
    ] as const) {
      await field.fill(token);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByText(reason).waitFor();
      expect(await field.inputValue()).toBe(token);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
    }
    await field.fill(await aToken({ sub: 'ada', role: 'customer' }));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();

    await heading('Stock');
  });

  test('a user who returns with the state of another sign-in, or with a token for another client, is not signed in', async () => {
    await using foreign = await anIssuer({ audienceOf: 'another' });
    const { page, go } = await visitor((await trusting(foreign.issuer)).url);
    await go('/signin?code=stolen&state=another');
    await page.getByText('This sign-in was not started here').waitFor();
    expect(new URL(page.url()).search).toBe('');

    await go('/signin?from=//evil.example/');
    await page.getByRole('button', { name: /^Sign in with 127/ }).click();

    await page.getByRole('button', { name: 'Sign in again' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  /** A gateway that takes the tokens of this issuer alone. */
  async function trusting(issuer: string) {
    const signIn = { issuer, clientId: 'dashboard', audience: 'waybill' };
    const tokens = { key: { jwksUrl: new URL(`${issuer}/keys`) }, issuer, audience: 'waybill', roleClaim: 'roles' };
    const access = anAccess({ tokens, signIn, developmentTokens: undefined });
    return system().gateway({}, { access, dashboard: { folder, signIn } });
  }
}
