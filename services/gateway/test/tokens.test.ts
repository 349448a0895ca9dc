import { readSettings } from '@waybill/contracts/settings';
import { UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createAccess } from '../src/auth/access.ts';
import { IssuerUnavailable } from '../src/auth/session.ts';
import { createAuthenticate } from '../src/auth/tokens.ts';
import { anIssuer } from './support/issuer.ts';
import { anAccess, aToken, secret } from './support/tokens.ts';

const now = () => new Date();
const sessions = createAuthenticate(anAccess().tokens, now);

test("a token has the viewer's id, role and expiry", async () => {
  const token = await aToken({ sub: 'CUST-1', role: 'customer', endsInMs: 60_000 });

  const session = await sessions(`Bearer ${token}`);

  expect(session.viewer).toEqual({ id: 'CUST-1', role: 'CUSTOMER' });
  expect(session.endsAt - Date.now()).toBeGreaterThan(50_000);
});

test('without a token there is no viewer', async () => {
  expect(await sessions(null)).toMatchObject({ viewer: null });
});

test.each<[string, () => string | Promise<string>, string]>([
  ['that has expired', () => aToken({ endsInMs: -6_000 }), 'The token has expired'],
  ['of another key', () => aToken({}, 'somebody else signs with this secret'), 'The token is not valid here'],
  ['without a role', () => aToken({ role: 'admin' }), 'role: customer, manager or operator'],
  ['without a subject', () => aToken({ sub: '' }), 'needs the claims sub'],
  ['without a signature', () => new UnsecuredJWT({ sub: 'otto', role: 'operator' }).encode(), 'not valid here'],
  ['that is none', () => 'operator', 'not valid here'],
  ['with a line break in it', () => 'a\nb', 'must read "Bearer …"'],
])('a token %s is refused', async (_, token, why) => {
  await expect(sessions(`Bearer ${await token()}`)).rejects.toMatchObject({
    message: expect.stringContaining(why),
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

describe('while one secret replaces the other', () => {
  const [first, secondary] = [secret, 'the secret that replaces it, or that it replaces'];
  const both = { WAYBILL_JWT_SECRET: first, WAYBILL_SECONDARY_JWT_SECRET: secondary };
  const access = createAccess(readSettings('gateway', { ...both, WAYBILL_DEV_TOKENS: 'on' }));
  const sessions = createAuthenticate(access.tokens, now);

  test.each([first, secondary])('a token that is signed with "%s" is accepted', async (key) => {
    expect(await sessions(`Bearer ${await aToken({}, key)}`)).toHaveProperty('viewer.id', 'otto');
  });

  test.each([
    ['of neither', () => aToken({}, 'somebody else signs with this secret'), 'The token is not valid here'],
    ['of the second that has expired', () => aToken({ endsInMs: -6_000 }, secondary), 'The token has expired'],
    ['of the second without a role', () => aToken({ role: 'admin' }, secondary), 'role: customer, manager or operator'],
  ])('a token %s is refused as ever', async (_, token, why) => {
    await expect(sessions(`Bearer ${await token()}`)).rejects.toThrow(why);
  });

  test('development tokens are signed with the first, so that they outlive the rotation', async () => {
    const { operator } = (await access.developmentTokens?.(now())) ?? {};

    const afterwards = createAuthenticate(
      createAccess(readSettings('gateway', { WAYBILL_JWT_SECRET: first })).tokens,
      now,
    );
    expect(await afterwards(`Bearer ${operator}`)).toHaveProperty('viewer.role', 'OPERATOR');
  });
});

test('another scheme is refused', async () => {
  await expect(sessions('Basic b3R0bzpvdHRv')).rejects.toThrow('must read "Bearer …"');
});

test('a token that was accepted is refused after its expiry', async () => {
  let at = Date.now();
  const clocked = createAuthenticate(anAccess().tokens, () => new Date(at));
  const authorization = `Bearer ${await aToken({ endsInMs: 60_000 })}`;
  await clocked(authorization);

  at += 66_000;

  await expect(clocked(authorization)).rejects.toThrow('The token has expired');
});

test('a token of another issuer is refused if an issuer is configured', async () => {
  const ours = createAuthenticate({ ...anAccess().tokens, issuer: 'https://shop.example' }, now);

  expect(await ours(`Bearer ${await aToken({ issuer: 'https://shop.example' })}`)).toHaveProperty('viewer.id', 'otto');
  await expect(ours(`Bearer ${await aToken({ issuer: 'https://else.example' })}`)).rejects.toThrow('not valid here');
});

test("a token is verified with its issuer's published keys", async () => {
  await using issuer = await anIssuer();
  const sessions = createAuthenticate({ key: { jwksUrl: issuer.url }, roleClaim: 'role' }, now);

  expect(await sessions(`Bearer ${await issuer.token()}`)).toMatchObject({ viewer: { id: 'mia', role: 'MANAGER' } });
  await expect(sessions(`Bearer ${await aToken()}`)).rejects.toThrow('not valid here');
});

test('an issuer that cannot be reached is a fault, not a wrong token', async () => {
  const issuer = await anIssuer();
  const token = await issuer.token();
  await issuer[Symbol.asyncDispose]();
  const sessions = createAuthenticate({ key: { jwksUrl: issuer.url }, roleClaim: 'role' }, now);

  await expect(sessions(`Bearer ${token}`)).rejects.toThrow(IssuerUnavailable);
});

test('the development tokens are those of a customer, a manager and an operator', async () => {
  const access = createAccess(readSettings('gateway', { WAYBILL_DEV_TOKENS: 'on' }));
  const sessions = createAuthenticate(access.tokens, now);

  const tokens = Object.values((await access.developmentTokens?.(now())) ?? {});
  const viewers = await Promise.all(tokens.map(async (token) => (await sessions(`Bearer ${token}`)).viewer));

  expect(viewers.map((viewer) => viewer?.role)).toEqual(['CUSTOMER', 'MANAGER', 'OPERATOR']);
});

test.each([
  ['an hour', 3_600_000, expect.stringMatching(/^20\d\d-.*Z$/)],
  ['longer than years have four digits', 3e14, null],
])('a token that expires in %s has that expiry, if a date can express it', async (_, endsInMs, expiresAt) => {
  expect(await sessions(`Bearer ${await aToken({ endsInMs })}`)).toMatchObject({ expiresAt });
});
