import { loopbackOnly } from '@waybill/platform';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anIssuer } from '../services/gateway/test/support/issuer.ts';
import { aLonelyGateway } from './support/services.ts';

test('while the issuer is unavailable, every entry point asks to retry, and none reports an invalid token', async () => {
  await using issuer = await anIssuer({ answer: (_, res) => res.writeHead(503).end() });
  const gateway = await aLonelyGateway(loopbackOnly, { tokens: { key: { jwksUrl: issuer.url }, roleClaim: 'role' } });
  const authorization = `Bearer ${await issuer.token()}`;
  const post = (accept: string) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { authorization, accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });

  const answers = await Promise.all(
    ['application/graphql-response+json', 'application/json', 'text/event-stream'].map(post),
  );
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  const socket = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization },
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const bySocket = await socket
    .iterate({ query: '{ viewer { id } }' })
    .next()
    .catch((error: unknown) => error);

  expect(answers.map(({ status }) => status)).toEqual([503, 200, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('5');
  for (const body of bodies) expect(body).toContain('"code":"SERVICE_UNAVAILABLE","retryAfterSeconds":5');
  expect(bodies.join()).not.toMatch(/127\.0\.0\.1|JWKS|JSON Web Key/);
  expect(bySocket).toMatchObject({ code: 1013, reason: 'Tokens cannot be verified right now' });
  await socket.dispose();
  await gateway.stop();
});
