import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { createCodeFlow } from '../src/session/oidc/code-flow.ts';
import { anIssuer } from './support/issuer.ts';

const redirectUri = 'http://127.0.0.1:4000/signin';

/** A tab, whose session storage survives the way to the issuer and back. */
function aTab(issuer: string) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return createCodeFlow({ issuer, clientId: 'dashboard', audience: 'waybill' }, redirectUri, storage);
}

test('a user who signs in continues where they were, with a token for this gateway', async () => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);

  const page = await tab.begin('/orders/ORD-1?tab=journal');
  const { grant, from } = await tab.finish(world.agree(page));

  expect(from).toBe('/orders/ORD-1?tab=journal');
  expect(decodeJwt(grant.token)).toMatchObject({ sub: 'mia', aud: 'waybill' });
  expect(grant.expiresInS).toBe(60);
});

test('a request to the issuer has one exact redirect, S256, and a new state and nonce each time', async () => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);

  const [one, other] = [(await tab.begin('/')).searchParams, (await tab.begin('/')).searchParams];

  expect(Object.fromEntries(one)).toMatchObject({
    response_type: 'code',
    client_id: 'dashboard',
    redirect_uri: redirectUri,
    audience: 'waybill',
    code_challenge_method: 'S256',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(one.get(name)).not.toBe(other.get(name));
});

test('a response with the state of another sign-in is refused', async () => {
  await using world = await anIssuer();
  const [tab, attacker] = [aTab(world.issuer), aTab(world.issuer)];
  await tab.begin('/');

  const theirs = world.agree(await attacker.begin('/'));

  await expect(tab.finish(theirs)).rejects.toThrow('"state"');
});

test('a response without a sign-in is refused', async () => {
  await using world = await anIssuer();

  const theirs = world.agree(await aTab(world.issuer).begin('/'));

  await expect(aTab(world.issuer).finish(theirs)).rejects.toThrow('not started here');
});

test('a response is accepted once', async () => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);
  const page = await tab.begin('/');
  const sent = world.agree(page);
  await tab.finish(sent);

  await expect(tab.finish(sent)).rejects.toThrow('not started here');
});

test.each<[string, Parameters<typeof anIssuer>[0], RegExp]>([
  ['with the nonce of another sign-in', { nonce: 'another' }, /"nonce"/],
  ['for another client', { clientOf: 'another' }, /"aud"/],
])('a response %s signs nobody in', async (_, manners, why) => {
  await using world = await anIssuer(manners);
  const tab = aTab(world.issuer);

  const sent = world.agree(await tab.begin('/'));

  await expect(tab.finish(sent)).rejects.toThrow(why);
});

test('the code of another sign-in is refused, before and after that sign-in has used it', async () => {
  await using world = await anIssuer();
  const [victim, attacker] = [aTab(world.issuer), aTab(world.issuer)];
  const theirs = world.agree(await attacker.begin('/'));
  const withCodeOf = async (code: string) => {
    const sent = world.agree(await victim.begin('/'));
    sent.set('code', code);
    return victim.finish(sent);
  };

  await attacker.finish(theirs);
  const stolen = world.agree(await attacker.begin('/')).get('code') ?? '';

  await expect(withCodeOf(theirs.get('code') ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  await expect(withCodeOf(stolen)).rejects.toMatchObject({ error: 'invalid_grant' });
});

test.each<[string, string]>([
  ['another issuer', 'https://evil.example'],
  ['an issuer whose address only begins the same', 'http://127.0.0.1:1'],
])('a response from %s is refused', async (_, iss) => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);
  const sent = world.agree(await tab.begin('/'));
  sent.set('iss', iss);

  await expect(tab.finish(sent)).rejects.toThrow('"iss"');
});

test('a refusal by the issuer is reported', async () => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);
  const page = await tab.begin('/');

  const state = page.searchParams.get('state') ?? '';
  const sent = new URLSearchParams({ state, error: 'access_denied' });

  await expect(tab.finish(sent)).rejects.toMatchObject({ error: 'access_denied' });
});

test('a code for another redirect or verifier is refused', async () => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);
  const page = await tab.begin('/');
  const twisted = new URL(page);
  twisted.searchParams.set('redirect_uri', 'http://evil.example/signin');

  await expect(tab.finish(world.agree(twisted))).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('a token is renewed by a refresh token, which is valid once', async () => {
  await using world = await anIssuer();
  const tab = aTab(world.issuer);
  const { grant } = await tab.finish(world.agree(await tab.begin('/')));

  const renewed = await tab.renew(grant.refreshToken ?? '');

  expect(renewed.refreshToken).not.toBe(grant.refreshToken);
  await expect(tab.renew(grant.refreshToken ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
});
