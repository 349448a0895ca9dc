import type { RequestListener } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { IssuerUnavailable } from '../src/auth/session.ts';
import { createAuthenticate } from '../src/auth/tokens.ts';
import { aGatewayWithDoubles } from './support/gateway-with-doubles.ts';
import { anIssuer } from './support/issuer.ts';
import { aToken } from './support/tokens.ts';

const rulesOf = ({ url }: { url: URL }) => ({ key: { jwksUrl: url }, audience: 'waybill', roleClaim: 'role' });
const sessionsBy = (issuer: { url: URL }) => createAuthenticate(rulesOf(issuer), () => new Date());

const saying =
  (status: number, body: unknown): RequestListener =>
  (_, res) =>
    res.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' }).end(JSON.stringify(body));

const point = { kty: 'EC', crv: 'P-256', kid: 'k1', alg: 'ES256' };

test.each<[string, RequestListener]>([
  ...[500, 502, 503, 404, 429, 301, 204].map((status): [string, RequestListener] => [`${status}`, saying(status, {})]),
  ['a page', (_, res) => res.setHeader('content-type', 'text/html').end('<h1>Sign in</h1>')],
  ['half of its keys', (_, res) => res.writeHead(200, { 'content-length': 100 }).end('{"keys":[')],
  ['nothing, and hangs up', (req) => req.socket.destroy()],
  ['no keys', saying(200, {})],
  ['keys that are none', saying(200, { keys: 'none' })],
  ['a key without its numbers', saying(200, { keys: [point] })],
  ['a key that is no point of its curve', saying(200, { keys: [{ ...point, x: 'AAAA', y: 'AAAA' }] })],
])('an issuer that returns %s does not make tokens invalid', async (_, answer) => {
  await using issuer = await anIssuer({ answer });

  await expect(sessionsBy(issuer)(`Bearer ${await issuer.token()}`)).rejects.toThrow(IssuerUnavailable);
});

test.each<[string, (issuer: Issuer, other: Issuer) => Promise<string>]>([
  ['signed by somebody else', (_, other) => other.token()],
  ['of a key that is not published', (issuer) => issuer.token({}, { kid: 'k9' })],
  ['signed with a secret', () => aToken()],
  ['with a demand that nobody knows', async (issuer) => demanding(await issuer.token())],
  ['for another audience', (issuer) => issuer.token({ audience: 'elsewhere' })],
  ['that begins later', (issuer) => issuer.token({ startsInS: 30 })],
  ['that ended before', (issuer) => issuer.token({ expiresInS: -30 })],
])('a token %s is invalid', async (_, token) => {
  await using issuer = await anIssuer();
  await using other = await anIssuer();

  await expect(sessionsBy(issuer)(`Bearer ${await token(issuer, other)}`)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test.each([{ expiresInS: -3 }, { startsInS: 3 }])('a clock may differ by some seconds: %j', async (claims) => {
  await using issuer = await anIssuer();

  const session = await sessionsBy(issuer)(`Bearer ${await issuer.token(claims)}`);

  expect(session.viewer).toMatchObject({ id: 'mia' });
  expect(session.endsAt).toBeGreaterThan(Date.now());
});

test('a token that does not name its key is verified with each that fits', async () => {
  const unlike = await exportJWK((await generateKeyPair('ES256')).publicKey);
  await using issuer = await anIssuer({ keyId: null, beside: [{ ...unlike, alg: 'ES256' }] });
  await using other = await anIssuer({ keyId: null });
  const sessions = sessionsBy(issuer);

  expect(await sessions(`Bearer ${await issuer.token()}`)).toMatchObject({ viewer: { id: 'mia' } });
  await expect(sessions(`Bearer ${await other.token()}`)).rejects.toThrow('not valid here');
});

test.each([
  ['a query', '/graphql', { method: 'POST', body: '{"query":"{ viewer { id } }"}' }],
  ['a request over REST', '/api/v1/viewer', {}],
])('%s that an outage of the issuer fails counts as one fault', async (_, path, request) => {
  await using issuer = await anIssuer({ answer: saying(503, {}) });
  const registry = new Registry();
  const { gateway, close } = await aGatewayWithDoubles({ registry, access: { tokens: rulesOf(issuer) } });

  await fetch(`${gateway.url}${path}`, {
    ...request,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token()}` },
  });
  const faults = await registry.getSingleMetric('waybill_graphql_faults_total')?.get();
  await close();

  expect(faults?.values).toMatchObject([{ labels: { code: 'SERVICE_UNAVAILABLE' }, value: 1 }]);
});

/** The same token, with a header that says what a reader must know. */
const demanding = (token: string): string => {
  const header = { alg: 'ES256', kid: 'k1', crit: ['unheard-of'], 'unheard-of': true };
  return token.replace(/^[^.]+/, Buffer.from(JSON.stringify(header)).toString('base64url'));
};

type Issuer = Awaited<ReturnType<typeof anIssuer>>;
