import { Unauthenticated, Unavailable } from '@waybill/client';
import { expect, test } from 'vitest';
import { tokenProblem } from '../src/session/token-problem.ts';

const refused = (message: string) => new Unauthenticated('UNAUTHENTICATED', message);
const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '');
const token = `${part({ alg: 'HS256' })}.${part({ sub: 'ada' })}.c2lnbmF0dXJl`;

test.each<[string, string, Error, string]>([
  ['that has expired', token, refused('The token has expired'), 'This token has expired: ask for a new one'],
  [
    'of somebody else',
    token,
    refused('The token is not valid here'),
    'This token was not issued for this gateway: its signature, issuer or audience is another',
  ],
  ...['secret', 'a.b.c', `${token}.x`, `${token} `.repeat(2), `{"token":"${token}"}`].map(
    (malformed): [string, string, Error, string] => [
      `that reads ${malformed.slice(0, 9)}…`,
      malformed,
      refused('The token is not valid here'),
      'This is malformed: a token is three parts of letters and digits, joined by dots',
    ],
  ),
  [
    'without a role',
    token,
    refused('The token needs the claims sub, exp, and role: customer, manager or operator'),
    'The token needs the claims sub, exp, and role: customer, manager or operator',
  ],
  [
    'that nobody can check now',
    token,
    new Unavailable('UNREACHABLE', 'The gateway cannot be reached'),
    'The gateway cannot be reached. Sign in again in a moment',
  ],
])('of a token %s its owner reads why it is refused', (_, given, error, sentence) => {
  expect(tokenProblem(given, error)).toBe(sentence);
});
