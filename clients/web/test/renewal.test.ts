import { expect, test } from 'vitest';
import { createRenewal } from '../src/session/oidc/renewal.ts';

/** A sign-in whose token is valid for a minute, and an issuer whose renewals a test defines. */
function aSession(renew: (refreshToken: string) => Promise<string>) {
  let at = 0;
  let token: string | null = null;
  const requests: string[] = [];
  const grant = (text: string) => ({ token: text, refreshToken: `refresh ${text}`, expiresInS: 60 });
  const renewal = createRenewal({
    renew: async (refreshToken) => {
      requests.push(refreshToken);
      return grant(await renew(refreshToken));
    },
    tokens: {
      get: () => token,
      set: (given) => {
        token = given;
      },
    },
    now: () => at,
  });
  renewal.hold(grant('first'));
  return {
    current: renewal.current,
    asked: requests,
    pass: (ms: number) => {
      at += ms;
    },
    signInWith: (given: string | null) => {
      token = given;
    },
  };
}

test('a token that is still valid is not renewed', async () => {
  const session = aSession(async () => 'second');

  session.pass(29_000);

  expect([await session.current(), session.asked]).toEqual(['first', []]);
});

test('a token is renewed before it expires, once for all callers', async () => {
  const session = aSession(async () => 'second');
  session.pass(31_000);

  const tokens = await Promise.all([session.current(), session.current(), session.current()]);

  expect(tokens).toEqual(['second', 'second', 'second']);
  expect(session.asked).toEqual(['refresh first']);
});

test('a token that cannot be renewed is kept, and its renewal is tried again', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve('second')];
  const session = aSession(() => answers.shift() ?? Promise.reject(new Error('away')));
  session.pass(31_000);

  const meanwhile = await session.current();
  session.pass(1_000);
  const later = await session.current();

  expect([meanwhile, later]).toEqual(['first', 'second']);
});

test.each([
  ['out', null, ''],
  ['in with another token', 'pasted', 'pasted'],
])('a user who has signed %s meanwhile is not signed in again', async (_, given, current) => {
  const session = aSession(async () => 'second');
  session.pass(31_000);

  session.signInWith(given);

  expect([await session.current(), session.asked]).toEqual([current, []]);
});

test('a user who signs out during a renewal stays signed out', async () => {
  let answer: (token: string) => void = () => undefined;
  const session = aSession(() => new Promise((resolve) => (answer = resolve)));
  session.pass(31_000);

  const asking = session.current();
  await Promise.resolve();
  session.signInWith(null);
  answer('second');

  expect(await asking).toBe('');
});
