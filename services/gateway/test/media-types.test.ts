import { expect, test } from 'vitest';
import { anIsolatedGateway } from './support/isolated-gateway.ts';
import { createRawHttp, problem, query, told } from './support/raw-http.ts';

const front = anIsolatedGateway();

const { post, get } = createRawHttp(front);
const json = 'application/json; charset=utf-8';
const newer = 'application/graphql-response+json; charset=utf-8';
const events = 'text/event-stream; charset=utf-8';

test.each([
  ['*/*', json],
  ['', json],
  ['application/*', json],
  ['application/json', json],
  ['Application/JSON', json],
  ['application/json;charset=UTF-8', json],
  ['application/json ; charset="utf-8"', json],
  ['application/graphql-response+json', newer],
  ['APPLICATION/GraphQL-Response+JSON', newer],
  ['application/graphql-response+json, application/json', newer],
  ['application/json, application/graphql-response+json', json],
  ['application/json;q=0.5, application/graphql-response+json;q=0.9', newer],
  ['application/json;q=0, */*', newer],
  ['application/graphql-response+json;q=0, application/json', json],
  ['text/xml, application/json;q=0.8', json],
  ['text/event-stream', events],
  ['Text/Event-Stream', events],
  ['text/event-stream;q=0.1', events],
  ['text/event-stream, application/json;q=0.9', events],
  ['application/json, text/event-stream', json],
  ['text/event-stream;q=0, application/json', json],
  ['application/graphql-response+json, application/json, text/event-stream, multipart/mixed', newer],
])('a client that accepts %j gets %s, by POST and by GET', async (accept, type) => {
  const answers = await Promise.all([post({ accept }), get({ accept })]);

  expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
    Array(2).fill([200, type]),
  );
  for (const answer of answers) expect(await answer.text()).toContain(JSON.stringify(told));
});

test.each([
  'text/plain',
  'application/json;q=0',
  'application/json;charset=utf-16',
  'application/xml, image/*',
  'json',
])('a client that accepts only %j is told what is available', async (accept) => {
  const answers = await Promise.all([post({ accept }), get({ accept })]);

  const refused = [406, 'application/problem+json', 'NOT_ACCEPTABLE'];
  expect(await Promise.all(answers.map(problem))).toEqual([refused, refused]);
});

test('a subscription is streamed to clients that accept events, and refused with instructions otherwise', async () => {
  const subscription = JSON.stringify({ query: 'subscription { orderChanged(id: "ORD/1") { id } }' });

  const streamed = await post({ accept: 'application/graphql-response+json, text/event-stream;q=0.5' }, subscription);
  const refused = await Promise.all(
    ['*/*', 'application/json', 'text/event-stream;q=0, */*'].map((accept) => post({ accept }, subscription)),
  );

  expect(await streamed.text()).toContain('ORDER_NOT_FOUND');
  expect(refused.map(({ status }) => status)).toEqual([406, 406, 406]);
});

test.each([
  ['variables', '{'],
  ['variables', '[]'],
  ['extensions', '{"a":'],
])('a URL whose %s is %s is refused', async (name, value) => {
  const answer = await fetch(
    `${front().endpoint}?query=${encodeURIComponent(query)}&${name}=${encodeURIComponent(value)}`,
    {
      headers: front().authorization,
    },
  );

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test.each(['/nowhere', '/graphql/', '/__proto__', '/dev'])(
  'there is nothing at %s, which is reported as a problem',
  async (path) => {
    const answers = await Promise.all(['GET', 'POST', 'DELETE'].map((method) => fetch(front().url + path, { method })));

    expect(await Promise.all(answers.map(problem))).toEqual(
      Array(3).fill([404, 'application/problem+json', 'NO_SUCH_ENDPOINT']),
    );
  },
);
