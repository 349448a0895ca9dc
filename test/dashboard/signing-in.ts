import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anIssuer } from '../../clients/web/test/support/issuer.ts';
import { anAccess } from '../../services/gateway/test/support/tokens.ts';
import type { World } from './world.ts';

const folder = fileURLToPath(new URL('../../clients/web/dist', import.meta.url));

/** Who comes without a token. */
export function signingIn({ system, gateway, visitor }: World): void {
  test('by keyboard alone somebody takes a role, and is where the link led', async () => {
    const { page, go, heading, keyboard } = await visitor(gateway().url);

    await go('/stock');
    await heading('Sign in to Waybill');
    await page.getByRole('button', { name: 'Operator' }).waitFor();
    await keyboard.press(/^Operator$/);

    await heading('Stock');
  });

  test('somebody signs in with the account of an issuer, and nothing of it stays in the address', async () => {
    await using world = await anIssuer();
    const { issuer } = world;
    const signIn = { issuer, clientId: 'dashboard', audience: 'waybill' };
    const tokens = { key: { jwksUrl: new URL(`${issuer}/keys`) }, issuer, audience: 'waybill', roleClaim: 'roles' };
    const access = anAccess({ tokens, signIn, developmentTokens: undefined });
    const theirs = await system().gateway({}, { access, dashboard: { folder, signIn } });
    const { page, go, heading, troubles } = await visitor(theirs.url);

    await go('/stock');
    await page.getByRole('button', { name: /^Sign in with 127/ }).click();

    await heading('Stock');
    expect(page.url()).toBe(`${theirs.url}/stock`);
    expect(await page.getByText('Manager', { exact: true }).count()).toBe(1);
    expect(troubles.filter((trouble) => trouble.includes('Content Security Policy'))).toEqual([]);
  });
}
