import { acceptedServiceTokensFrom, readSettings, serviceTokenFrom } from '@waybill/contracts/settings';
import { createAccess } from '@waybill/gateway';
import { describe, expect, test } from 'vitest';
import { createAuthenticate } from '../services/gateway/src/auth/tokens.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';

type Secret = 'old' | 'new';
type Release = { first: Secret; secondary?: Secret };

/** As docs/operation.md has them: what a deployment uses, and what it accepts in addition. */
const releases: Release[] = [
  { first: 'old' },
  { first: 'old', secondary: 'new' },
  { first: 'new', secondary: 'old' },
  { first: 'new' },
];

const secretOf = (secret: Secret | undefined) => (secret ? `the-secret-of-thirty-two-letters-that-is-${secret}` : '');

const environmentOf = ({ first, secondary }: Release) => ({
  NODE_ENV: 'production',
  WAYBILL_JWT_SECRET: secretOf(first),
  WAYBILL_SECONDARY_JWT_SECRET: secretOf(secondary),
  WAYBILL_SERVICE_TOKEN: secretOf(first),
  WAYBILL_SECONDARY_SERVICE_TOKEN: secretOf(secondary),
});

/** Whether order book and providers of one release accept what gateways and workers of another send. */
function acceptsCallers(services: Release, callers: Release): boolean {
  const accepted = acceptedServiceTokensFrom(readSettings('order-book', environmentOf(services)), '127.0.0.1');
  return accepted?.includes(serviceTokenFrom(readSettings('worker', environmentOf(callers))) ?? '') ?? false;
}

async function acceptsPeople(gateway: Release, secret: Secret): Promise<boolean> {
  const { tokens } = createAccess(readSettings('gateway', environmentOf(gateway)));
  const authenticate = createAuthenticate(tokens, () => new Date());
  return authenticate(`Bearer ${await aToken({}, secretOf(secret))}`).then(
    ({ viewer }) => viewer !== null,
    () => false,
  );
}

const releaseAfter = (release: Release) => releases[releases.indexOf(release) + 1] ?? release;

describe.each(releases.slice(0, 3))('from the release %j to the next', (release) => {
  test.each([
    ['those who call', releaseAfter(release), release],
    ['those who are called', release, releaseAfter(release)],
  ])('nobody is refused, whether %s are restarted first', (_, callers, services) => {
    expect(acceptsCallers(services, callers)).toBe(true);
  });
});

test('people with tokens of either secret are accepted from the first release until the last', async () => {
  const [, learnt = { first: 'old' }, used = { first: 'old' }] = releases;
  const asked = [learnt, used].flatMap((release) => [acceptsPeople(release, 'old'), acceptsPeople(release, 'new')]);

  expect(await Promise.all(asked)).toEqual([true, true, true, true]);
});

test('whoever goes to the second release at once is refused by what is not restarted yet', () => {
  expect(acceptsCallers({ first: 'old' }, { first: 'new', secondary: 'old' })).toBe(false);
});

test('after the last release the old secrets are refused', async () => {
  expect(acceptsCallers({ first: 'new' }, { first: 'old' })).toBe(false);
  expect(await acceptsPeople({ first: 'new' }, 'old')).toBe(false);
});
