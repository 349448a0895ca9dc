import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from '../support/gateway-with-doubles.ts';
import { type RestResponse, restAt } from '../support/rest.ts';
import { lists, ofOrders, others, type Row } from '../support/rest-rows.ts';
import { ofRuns, startsOfRuns } from '../support/rest-run-rows.ts';
import { asBooked } from '../support/run-book-double.ts';
import { aPayment } from '../support/sample-runs.ts';
import { aToken } from '../support/tokens.ts';

const at = '2026-01-01T00:00:00.000Z';
/** The codes that a status stands for. */
const codes: Record<number, string[]> = {
  202: ['VERDICT_PENDING'],
  400: ['INVALID_INPUT', 'BAD_USER_INPUT'],
  401: ['UNAUTHENTICATED'],
  403: ['FORBIDDEN'],
  404: ['ORDER_NOT_FOUND', 'RUN_NOT_FOUND', 'NOT_FOUND'],
  409: ['ORDER_CLOSED', 'RUN_CLOSED', 'ALREADY_SHIPPED', 'NOTHING_TO_DO'],
  500: ['INTERNAL'],
  503: ['SERVICE_UNAVAILABLE'],
};
const statusOf = (code: string) => Number(Object.entries(codes).find(([, of]) => of.includes(code))?.[0] ?? 0);

const roles = {
  nobody: undefined,
  'the customer': { sub: 'CUST-1', role: 'customer' },
  'another customer': { sub: 'CUST-2', role: 'customer' },
  'a manager': { sub: 'MANAGER-1', role: 'manager' },
  'an operator': { sub: 'OPERATOR-1', role: 'operator' },
};

let fixture: Fixture;
const tokens = new Map<string, string | undefined>();
beforeAll(async () => {
  fixture = await aGatewayWithDoubles();
  for (const [role, claims] of Object.entries(roles)) tokens.set(role, claims && (await aToken(claims)));
  const waiting = { status: 'AWAITING_APPROVAL', currentStep: 'AWAIT_APPROVAL', customerId: 'CUST-1' } as const;
  fixture.running.set('ORD-WAITING', anOrderUnderWay('ORD-WAITING', waiting));
  fixture.booked.set(
    'ORD-CLOSED',
    inTheBook({ ...anOrderUnderWay('ORD-CLOSED', { status: 'SHIPPED', customerId: 'CUST-1' }), closedAt: at }),
  );
  const ofCustomer = { about: 'CUST-1', startedBy: 'CUST-1' };
  fixture.ofRuns.running.set('RUN-OPEN', aPayment('RUN-OPEN', ofCustomer));
  const closed = { ...ofCustomer, closedAt: at, status: 'COMPLETED' } as const;
  fixture.ofRuns.booked.set('RUN-CLOSED', asBooked(aPayment('RUN-CLOSED', closed)));
});
afterAll(() => fixture.close());

const everyone = Object.keys(roles).flatMap((role) =>
  [...ofOrders, ...others, ...ofRuns, ...startsOfRuns].map((row) => [role, row] as const),
);

test.each(everyone)('%s is answered alike over REST and GraphQL: %j', async (role, row) => {
  const { rest, graphql } = await inBothWays(role, row);

  expect(rest).toEqual(graphql);
});

test.each(Object.keys(roles).flatMap((role) => lists.map((row) => [role, row] as const)))(
  '%s is listed the same over REST and GraphQL: %j',
  async (role, row) => {
    const { rest, graphql } = await inBothWays(role, row);

    expect(rest).toEqual(graphql);
  },
);

/** What waits for an end, or follows: tests of its own show that. */
const waits = /\/(result|events)$/;

test('every route of ours is asked in both ways', async () => {
  const { body } = await restAt(fixture.gateway, '/api').get('/openapi.json');
  const rows = [...ofOrders, ...others, ...lists, ...ofRuns, ...startsOfRuns].map(([request]) => request);
  const routes = Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      'deprecated' in operation ? [] : [`${method.toUpperCase()} ${path.replace('/api/v1', '')}`],
    ),
  );

  const isAsked = (route: string) =>
    rows.some((row) => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}(\\?|$)`).test(row));

  expect(routes.filter((route) => !waits.test(route) && !isAsked(route))).toEqual([]);
});

async function inBothWays(role: string, [request, body, document, variables, part]: Row) {
  const driver = fixture.gateway.as(tokens.get(role));
  const [method, path] = request.split(' ') as [string, string];
  const rest = meaningOf(await restAt(driver).request(method, path, { body }), request);
  const { data, errors } = await driver.ask(document, {}, variables);
  return { rest, graphql: expected(Object.values(data ?? {})[0], errors, { request, part }) };
}

type Meaning = { status: number; code?: unknown; message?: unknown; value?: unknown };
type Value = Record<string, unknown> | null | undefined;

const meaningOf = ({ status, body }: RestResponse, request: string): Meaning => {
  if (status >= 400) return { status, code: body.code, message: body.title };
  return { status, value: status === 202 ? body.commandId : timeless(body, request) };
};

/** Translates a GraphQL result into the expected REST response. */
function expected(
  value: unknown,
  errors: { message: string; extensions?: object }[] | undefined,
  { request, part }: { request: string; part: string | undefined },
): Meaning {
  const [error] = errors ?? [];
  if (error) return refused(String((error.extensions as { code: string }).code), error.message);
  const found = value as Value;
  if (!found) return nothingThere(request);
  if (found.commandId && found.code === 'VERDICT_PENDING') return { status: 202, value: found.commandId };
  if (found.code) return refused(String(found.code), inBody(String(found.message)));
  if (part && !found[part]) return refused('NOT_FOUND', `There is no ${part}, or it is not visible to the viewer`);
  return { status: creates.test(request) ? 201 : 200, value: timeless(shownOf(part ? found[part] : found), request) };
}

const creates = /^POST \/(orders|workflows\/[a-z-]+)$/;

/** A payload is its one field, a page and a list are `{ items, nextCursor }`. */
function shownOf(found: unknown): unknown {
  if (Array.isArray(found)) return { items: found, nextCursor: null };
  const { __typename, nodes, ...content } = found as Record<string, unknown>;
  if (nodes) return { items: nodes, nextCursor: null };
  return String(__typename).endsWith('Payload') ? Object.values(content)[0] : found;
}

function nothingThere(request: string): Meaning {
  const [, kind, id] = request.split('/');
  if (kind === 'orders') return refused('ORDER_NOT_FOUND', `There is no order ${id}`);
  if (kind === 'workflows') return refused('RUN_NOT_FOUND', `There is no run ${id}`);
  return refused('SERVICE_UNAVAILABLE', 'A required service is temporarily unavailable: try again later');
}

const inBody = (message: string) => message.replace(/^address (?=must change)/, 'the body ');

const refused = (code: string, message: string): Meaning => ({ status: statusOf(code), code, message });

const timeless = (value: unknown, request: string): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) =>
      notCompared.test(name) || (starts.test(request) && ofOneStart.test(name)) ? undefined : inner,
    ),
  );

const notCompared = /^(asOf|correlationId)$/;
/** A run that is started in either way has its own time, and over REST the other names of its id. */
const starts = /^POST \/workflows\/[a-z-]+$/;
const ofOneStart = /^(startedAt|firstAt|nextAt|workflowId|runId)$/;
