import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGatewayStanding, type Standing } from '../services/gateway/test/support/standing.ts';
import { type Endpoint, endpointsOf, type OpenApi, requestWith, textPlaces } from './support/openapi.ts';

let standing: Standing;
let endpoints: Endpoint[];
beforeAll(async () => {
  standing = await aGatewayStanding({ limits: { socketsPerUser: 1_000 } });
  endpoints = endpointsOf((await (await fetch(`${standing.gateway.url}/api/openapi.json`)).json()) as OpenApi);
});
afterAll(() => standing.close());

const inFull = { in: 'path', at: [''] } as const;

/** What each route answers to a request that is made for it, told in one line where that is not as expected. */
async function answers(
  made: (endpoint: Endpoint) => [path: string, init: RequestInit][],
  isExpected: (response: Response, endpoint: Endpoint, body: string) => boolean,
): Promise<string[]> {
  const asked = endpoints.flatMap((endpoint) => made(endpoint).map((request) => ({ endpoint, request })));
  expect(asked.length).toBeGreaterThan(30);
  const told = await Promise.all(
    asked.map(async ({ endpoint, request: [path, init] }) => {
      const response = await fetch(`${standing.gateway.url}${path}`, init);
      const text = await response.text();
      return isExpected(response, endpoint, text) ? [] : [`${init.method} ${path}: ${response.status} ${text}`];
    }),
  );
  return told.flat();
}

const withToken = ([path, init]: [string, RequestInit]): [string, RequestInit] => [
  path,
  { ...init, headers: { ...init.headers, ...standing.gateway.authorization } },
];

const isProblem = ({ headers }: Response) => headers.get('content-type') === 'application/problem+json';

test('no route answers who brings no token, and a right request is told that', async () => {
  const others = await answers(
    (endpoint) => [requestWith(endpoint, inFull, '')],
    (response, { operation }) =>
      isProblem(response) &&
      (response.status === 401
        ? response.headers.get('www-authenticate') === 'Bearer'
        : response.status === 400 && operation.requestBody !== undefined),
  );

  expect(others).toEqual([]);
});

test('every route refuses a parameter that there is not, by its name', async () => {
  const others = await answers(
    (endpoint) => {
      const [path, init] = withToken(requestWith(endpoint, inFull, ''));
      return [[`${path}?colour=red`, init]];
    },
    (response, _, body) => response.status === 400 && isProblem(response) && body.includes('"path":["colour"]'),
  );

  expect(others).toEqual([]);
});

test('no route takes a control character or half a character in its path or query', async () => {
  const others = await answers(
    (endpoint) =>
      textPlaces(endpoint)
        .filter((place) => place.in !== 'body')
        .flatMap((place) =>
          ['\0', '\u007f', '\u009f', '\ud800'].map((one) => withToken(requestWith(endpoint, place, `a${one}b`))),
        ),
    (response) => response.status === 400 && isProblem(response),
  );

  expect(others).toEqual([]);
});

test('an alias says that it is one whatever it answers, and no other route does', async () => {
  const others = await answers(
    (endpoint) => (endpoint.operation.requestBody ? [] : [requestWith(endpoint, inFull, '')]),
    ({ headers }, { operation }) => headers.has('deprecation') === 'deprecated' in operation,
  );

  expect(others).toEqual([]);
});
