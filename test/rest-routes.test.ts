import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from '../services/gateway/test/support/gateway-with-doubles.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { type Endpoint, endpointsOf, type OpenApi, requestWith, textPlaces } from './support/openapi.ts';

let fixture: Fixture;
let endpoints: Endpoint[];
beforeAll(async () => {
  fixture = await aGatewayWithDoubles({ limits: { socketsPerUser: 1_000 } });
  endpoints = endpointsOf((await (await fetch(`${fixture.gateway.url}/api/openapi.json`)).json()) as OpenApi);
});
afterAll(() => fixture.close());

const inFull = { in: 'path', at: [''] } as const;

/** The response of each route to a generated request; a line for each unexpected one. */
async function answers(
  made: (endpoint: Endpoint) => [path: string, init: RequestInit][],
  isExpected: (response: Response, endpoint: Endpoint, body: string) => boolean,
): Promise<string[]> {
  const requests = endpoints.flatMap((endpoint) => made(endpoint).map((request) => ({ endpoint, request })));
  expect(requests.length).toBeGreaterThan(30);
  const responses = await Promise.all(
    requests.map(async ({ endpoint, request: [path, init] }) => {
      const response = await fetch(`${fixture.gateway.url}${path}`, init);
      const text = await response.text();
      return isExpected(response, endpoint, text) ? [] : [`${init.method} ${path}: ${response.status} ${text}`];
    }),
  );
  return responses.flat();
}

const withToken = ([path, init]: [string, RequestInit]): [string, RequestInit] => [
  path,
  { ...init, headers: { ...init.headers, ...fixture.gateway.authorization } },
];

const isProblem = ({ headers }: Response) => headers.get('content-type') === 'application/problem+json';

test('no route responds without a token', async () => {
  const others = await answers(
    (endpoint) => [requestWith(endpoint, inFull, '')],
    (response) =>
      isProblem(response) && response.status === 401 && response.headers.get('www-authenticate') === 'Bearer',
  );

  expect(others).toEqual([]);
});

/** Requests of the wrong shape: an unknown parameter, and bodies that are not JSON, empty, or of another type. */
const misshapen = (endpoint: Endpoint, token?: string): [string, RequestInit][] => {
  const [path, init] = requestWith(endpoint, inFull, '');
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const json = { ...headers, 'content-type': 'application/json' };
  const bodies = endpoint.operation.requestBody ? ['{}', '{', '[]', ''] : [];
  return [
    [`${path}?colour=red`, { ...init, headers: init.body ? json : headers }],
    ...bodies.map((body): [string, RequestInit] => [path, { method: endpoint.method, headers: json, body }]),
    ...bodies.map((body): [string, RequestInit] => [path, { method: endpoint.method, headers, body }]),
  ];
};

test('no route validates a request without a token', async () => {
  const others = await answers(misshapen, (response) => response.status === 401 && isProblem(response));

  expect(others).toEqual([]);
});

const ofOperators = [
  ...['POST /api/v1/orders/{id}/retry', 'POST /api/v1/orders/{id}/give-up', 'POST /api/v1/orders/{id}/settle'],
  ...['GET /api/v1/chaos', 'PUT /api/v1/chaos', 'DELETE /api/v1/chaos', 'PUT /api/v1/chaos/orders/{orderId}'],
  ...['GET /api/v1/chaos/log', 'GET /api/v1/audit', 'POST /api/v1/audit/repair'],
];
const ofStaff = [
  ...['POST /api/v1/orders/{id}/approve', 'POST /api/v1/orders/{id}/reject', 'POST /api/v1/workflows/{id}/refund'],
  ...['POST /api/v1/catalogue/{sku}/restock', 'GET /api/v1/services', 'GET /api/v1/journal'],
  ...['POST /workflows/{id}/approve', 'POST /workflows/{id}/reject', 'POST /orders/{id}/signals/approve'],
  ...['POST /api/v1/order/{id}/approve', 'POST /api/v1/order/{id}/reject'],
];
/** By a manager or customer only where the run is their own: its id decides. */
const cancelsRuns = 'POST /api/v1/workflows/{id}/cancel';

test.each([
  ['customer', [...ofOperators, ...ofStaff]],
  ['manager', ofOperators],
])('no route validates a request of a %s who may never send it', async (role, never) => {
  const token = await aToken({ sub: 'USD', role });
  const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
  const rightAndNot = (endpoint: Endpoint): [string, RequestInit][] => {
    const [path, init] = requestWith(endpoint, inFull, '');
    const right = { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } };
    return [[path, right], ...(never.includes(nameOf(endpoint)) ? misshapen(endpoint, token) : [])];
  };

  const others = await answers(rightAndNot, ({ status }, endpoint, body) => {
    const isForbidden = status === 403 && !body.includes('"fields"');
    return nameOf(endpoint) === cancelsRuns || isForbidden === never.includes(nameOf(endpoint));
  });

  expect(others).toEqual([]);
});

test('every route refuses an unknown parameter by its name', async () => {
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

test('an alias is marked as deprecated in every response, and no other route is', async () => {
  const others = await answers(
    (endpoint) => (endpoint.operation.requestBody ? [] : [requestWith(endpoint, inFull, '')]),
    ({ headers }, { operation }) => headers.has('deprecation') === 'deprecated' in operation,
  );

  expect(others).toEqual([]);
});
