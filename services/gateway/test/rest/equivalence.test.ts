import { afterAll, beforeAll, expect, test } from 'vitest';
import { restAt, type Said } from '../support/rest.ts';
import { lists, ofOrders, others } from '../support/rest-rows.ts';
import { aGatewayStanding, anOrderUnderWay, inTheBook, type Standing } from '../support/standing.ts';
import { aToken } from '../support/tokens.ts';

const at = '2026-01-01T00:00:00.000Z';
const statuses: Record<string, number> = {
  ...{ INVALID_INPUT: 400, BAD_USER_INPUT: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, ORDER_NOT_FOUND: 404 },
  ...{ ORDER_CLOSED: 409, ALREADY_SHIPPED: 409, NOTHING_TO_DO: 409, INTERNAL: 500, VERDICT_PENDING: 202 },
};

const roles = {
  nobody: undefined,
  'the customer': { sub: 'CUST-1', role: 'customer' },
  'another customer': { sub: 'CUST-2', role: 'customer' },
  'a manager': { sub: 'MANAGER-1', role: 'manager' },
  'an operator': { sub: 'OPERATOR-1', role: 'operator' },
};

let standing: Standing;
const tokens = new Map<string, string | undefined>();
beforeAll(async () => {
  standing = await aGatewayStanding();
  for (const [role, claims] of Object.entries(roles)) tokens.set(role, claims && (await aToken(claims)));
  const waiting = { status: 'AWAITING_APPROVAL', currentStep: 'AWAIT_APPROVAL', customerId: 'CUST-1' } as const;
  standing.running.set('ORD-WAITING', anOrderUnderWay('ORD-WAITING', waiting));
  standing.booked.set(
    'ORD-CLOSED',
    inTheBook({ ...anOrderUnderWay('ORD-CLOSED', { status: 'SHIPPED', customerId: 'CUST-1' }), closedAt: at }),
  );
});
afterAll(() => standing.close());

const everyone = Object.keys(roles).flatMap((role) => [...ofOrders, ...others].map((row) => [role, ...row] as const));

test.each(everyone)(
  '%s is answered alike over REST and GraphQL: %s %j',
  async (role, request, body, document, variables) => {
    const { rest, graphql } = await inBothWays(role, request, body, document, variables);

    expect(rest).toEqual(graphql);
  },
);

test.each(Object.keys(roles).flatMap((role) => lists.map((row) => [role, ...row] as const)))(
  '%s is listed the same over REST and GraphQL: %s',
  async (role, request, body, document, variables) => {
    const { rest, graphql } = await inBothWays(role, request, body, document, variables);

    expect(rest).toEqual(graphql);
  },
);

async function inBothWays(role: string, request: string, body: unknown, document: string, variables: object) {
  const driver = standing.gateway.as(tokens.get(role));
  const [method, path] = request.split(' ') as [string, string];
  const said = await restAt(driver).said(method, path, { body });
  const { data, errors } = await driver.ask(document, {}, variables);
  return { rest: meaningOf(said), graphql: expected(method, Object.values(data ?? {})[0], errors, request) };
}

type Meaning = { status: number; code?: unknown; message?: unknown; value?: unknown };
type Value = Record<string, unknown> | null | undefined;

const meaningOf = ({ status, body }: Said): Meaning => {
  if (status >= 400) return { status, code: body.code, message: body.title };
  return { status, value: status === 202 ? body.commandId : timeless(body) };
};

/** What GraphQL said, as it must be said over REST. */
function expected(
  method: string,
  value: unknown,
  errors: { message: string; extensions?: object }[] | undefined,
  request: string,
): Meaning {
  const [error] = errors ?? [];
  if (error) return refused(String((error.extensions as { code: string }).code), error.message);
  const found = value as Value;
  if (!found) return refused('ORDER_NOT_FOUND', `There is no order ${request.split('/').at(-1)}`);
  if (found.commandId && found.code === 'VERDICT_PENDING') return { status: 202, value: found.commandId };
  if (found.code) return refused(String(found.code), String(found.message));
  const { __typename, ...content } = found;
  const shown = __typename
    ? Object.values(content)[0]
    : content.nodes
      ? { items: content.nodes, nextCursor: null }
      : content;
  return { status: method === 'POST' && request === 'POST /orders' ? 201 : 200, value: timeless(shown) };
}

const refused = (code: string, message: string): Meaning => ({ status: statuses[code] ?? 0, code, message });

const timeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inner) => (name === 'asOf' || name === 'correlationId' ? undefined : inner)));
