import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { anIsolatedGateway } from './support/isolated-gateway.ts';
import { createRawHttp, problem, query, told } from './support/raw-http.ts';

const front = anIsolatedGateway();

const { post } = createRawHttp(front);
const byteOrderMark = '\uFEFF';

test.each([
  'application/json',
  'Application/JSON',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"; profile=x',
  'application/graphql+json',
])('a body that is %s is read', async (type) => {
  const answer = await post({ 'content-type': type });

  expect(await answer.json()).toEqual(told);
});

test.each([
  'application/json; charset=utf-16',
  'application/json; charset=iso-8859-1',
  'application/jsonp',
  'application/json-patch+json',
  'application/json, text/plain',
  'application/xml',
  'text/plain; application/json',
  'application/',
  '%',
])('a body that is %s is not read', async (type) => {
  const answers = await Promise.all([
    post({ 'content-type': type }),
    post({ 'content-type': type, accept: 'text/event-stream' }),
  ]);

  const refused = [415, 'application/problem+json', 'UNSUPPORTED_MEDIA_TYPE'];
  expect(await Promise.all(answers.map(problem))).toEqual([refused, refused]);
});

test.each(['gzip', 'GZIP', 'br', 'identity, gzip', 'chunked'])(
  'a body that is encoded as %s is not read',
  async (coding) => {
    const answer = await post({ 'content-encoding': coding }, gzipSync(JSON.stringify({ query })));

    expect(answer.headers.get('accept-encoding')).toBe('identity');
    expect(await problem(answer)).toEqual([415, 'application/problem+json', 'UNSUPPORTED_MEDIA_TYPE']);
  },
);

test.each(['identity', 'Identity', ''])('a body whose content coding is %j is read', async (coding) => {
  const answer = await post({ 'content-encoding': coding });

  expect(await answer.json()).toEqual(told);
});

test.each(['application/json', 'text/event-stream'])(
  'for %s a byte order mark is not part of the text',
  async (accept) => {
    const answer = await post({ accept }, byteOrderMark + JSON.stringify({ query }));

    expect(await answer.text()).toContain(JSON.stringify(told));
  },
);

test.each(['application/json', 'text/event-stream'])('for %s a text that is not UTF-8 is refused', async (accept) => {
  const latin1 = Buffer.from(JSON.stringify({ query, operationName: 'é' }), 'latin1');

  const answer = await post({ accept }, latin1);

  expect(await answer.text()).toContain('"message":"The body is not UTF-8","extensions":{"code":"BAD_REQUEST"}');
});
