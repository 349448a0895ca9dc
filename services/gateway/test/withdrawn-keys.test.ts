import type { RequestListener, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { IssuerUnavailable } from '../src/auth/session.ts';
import { createAuthenticate } from '../src/auth/tokens.ts';
import { anIssuer } from './support/issuer.ts';
import { anAccess, aToken } from './support/tokens.ts';
import { verifying } from './support/verifying.ts';

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const invalid = { message: 'The token is not valid here' };

test('a token that was accepted is refused once the key set was fetched without its key', async () => {
  await using issuer = await anIssuer();
  await using other = await anIssuer({ keyId: 'k2' });
  const { session, clock } = verifying(issuer);
  const known = await issuer.token({ expiresInS: daysInS });
  expect(await session(known)).toMatchObject({ viewer: { id: 'mia' } });

  issuer.publishes(other.key);
  clock.pass(31 * seconds);
  expect(await session(await other.token({}, { kid: 'k2' }))).toMatchObject({ viewer: { id: 'mia' } });

  await expect(session(known)).rejects.toMatchObject(invalid);
});

test('a token of a withdrawn key is refused after ten minutes, although nobody asks with another', async () => {
  await using issuer = await anIssuer();
  const { session, clock } = verifying(issuer);
  const known = await issuer.token({ expiresInS: daysInS });
  await session(known);

  issuer.publishes();
  clock.pass(10 * minutes);

  await expect(session(known)).rejects.toMatchObject(invalid);
});

test('a token that is used all the time is verified again before its key set is ten minutes old', async () => {
  await using issuer = await anIssuer();
  const { session, clock } = verifying(issuer);
  const known = await issuer.token({ expiresInS: daysInS });
  await session(known);
  issuer.publishes();

  const accepted: boolean[] = [];
  for (let minute = 0; minute <= 10; minute++) {
    accepted.push(await isAccepted(session(known)));
    clock.pass(59 * seconds);
  }

  expect(accepted.at(-1)).toBe(true); // 9 minutes and 50 seconds
  await expect(session(known)).rejects.toMatchObject(invalid);
});

test.each<[string, RequestListener]>([
  ['answers 503', (_, res) => res.writeHead(503).end()],
  ['hangs up', (req) => req.socket.destroy()],
  ['publishes no key set', (_, res) => res.end('<h1>Sign in</h1>')],
])('known keys are accepted for a day while the issuer %s, and unknown ones are a fault', async (_, outage) => {
  await using issuer = await anIssuer();
  const { session, clock, lines } = verifying(issuer);
  const known = await issuer.token({ expiresInS: daysInS });
  const fresh = await issuer.token({}, { kid: 'k2' });
  await session(known);

  issuer.answers(outage);
  clock.pass(11 * minutes);
  expect(await session(known)).toMatchObject({ viewer: { id: 'mia' } });
  await expect(session(fresh)).rejects.toThrow(IssuerUnavailable);
  clock.pass(23 * hours);
  expect(await session(known)).toMatchObject({ viewer: { id: 'mia' } });
  clock.pass(1 * hours);

  await expect(session(known)).rejects.toThrow(IssuerUnavailable);
  expect(lines()).toEqual(["the token issuer's keys are unavailable"]);
});

test('a key that was withdrawn during an outage of the issuer is refused when it answers', async () => {
  await using issuer = await anIssuer();
  const { session, clock, lines } = verifying(issuer);
  const known = await issuer.token({ expiresInS: daysInS });
  await session(known);
  issuer.answers((_, res) => res.writeHead(503).end());
  clock.pass(11 * minutes);
  await session(known);

  issuer.publishes();
  clock.pass(1 * minutes);

  await expect.poll(() => isAccepted(session(known))).toBe(false);
  await expect(session(known)).rejects.toMatchObject(invalid);
  expect(lines()).toEqual(["the token issuer's keys are unavailable", "the token issuer's keys are available again"]);
});

test('nobody with a known key waits during an outage, but the one who noticed it', async () => {
  await using issuer = await anIssuer();
  const { session, clock } = verifying(issuer);
  const known = await issuer.token({ expiresInS: daysInS });
  await session(known);
  issuer.answers((_, res) => res.writeHead(503).end());
  clock.pass(11 * minutes);
  await session(known);

  const hanging = new Promise<ServerResponse>((resolve) => issuer.answers((_, res) => resolve(res)));
  clock.pass(1 * minutes);
  const answered = session(known);

  expect(await answered).toMatchObject({ viewer: { id: 'mia' } });
  expect((await hanging).closed).toBe(false); // the issuer has not been given up yet
});

test('tokens of unknown keys ask the issuer twice a minute at most, whether it answers or not', async () => {
  await using issuer = await anIssuer();
  const { session, clock } = verifying(issuer);
  const unknown = ['k7', 'k8', 'k9'];
  const askAll = async () => {
    for (const kid of unknown) await isAccepted(session(await issuer.token({}, { kid })));
    return issuer.requests();
  };

  const requests = [await askAll()];
  clock.pass(31 * seconds);
  requests.push(await askAll());
  issuer.answers((_, res) => res.writeHead(503).end());
  clock.pass(31 * seconds);
  requests.push(await askAll());

  expect(requests).toEqual([1, 2, 3]);
});

test('a token whose expiry is beyond every date is not valid', async () => {
  const sessions = createAuthenticate(anAccess().tokens, () => new Date());

  await expect(sessions(`Bearer ${await aToken({ endsInMs: 1e300 })}`)).rejects.toMatchObject(invalid);
  await expect(sessions(`Bearer ${await aToken({ endsInMs: 8.64e15 })}`)).rejects.toMatchObject(invalid);
});

const daysInS = 30 * 24 * 60 * 60;

const isAccepted = (session: Promise<unknown>): Promise<boolean> =>
  session.then(
    () => true,
    () => false,
  );
