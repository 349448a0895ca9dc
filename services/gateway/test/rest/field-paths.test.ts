import type { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orderAliases } from '../../src/transports/rest/aliases/order-aliases.ts';
import { withForeignRequests } from '../../src/transports/rest/aliases/run-aliases.ts';
import { pathOfRoute, type Route } from '../../src/transports/rest/route.ts';
import { operateRoutes } from '../../src/transports/rest/routes/operate.ts';
import { orderRoutes } from '../../src/transports/rest/routes/orders.ts';
import { runRoutes } from '../../src/transports/rest/routes/runs.ts';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';
import { requestBodies } from '../support/rest-bodies.ts';
import { aPayment, aStandingOrder } from '../support/sample-runs.ts';

const routes = [...orderRoutes, ...runRoutes.map(withForeignRequests), ...operateRoutes, ...orderAliases].filter(
  ({ body }) => body,
);
const nameOf = (route: Route) => `${route.method.toUpperCase()} ${pathOfRoute(route)}`;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aGatewayWithDoubles();
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { status: 'AWAITING_APPROVAL' }));
  fixture.ofRuns.running.set('RUN-1', aPayment('RUN-1'));
  fixture.ofRuns.running.set('STO-1', aStandingOrder('STO-1'));
});
afterAll(() => fixture.close());

type Place = readonly string[];

/** Every field in a body, at any depth. */
const placesIn = (value: unknown, at: Place = []): Place[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [[...at, name], ...placesIn(inner, [...at, name])])
    : [];

const valueAt = (body: unknown, at: Place) =>
  at.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);

function withWrong(body: object, at: Place, wrong: unknown): object {
  const changed = structuredClone(body);
  (valueAt(changed, at.slice(0, -1)) as Record<string, unknown>)[at.at(-1) ?? ''] = wrong;
  return changed;
}

const isIn = (body: unknown, { path, message }: { path: Place; message: string }) =>
  path.length > 0 && valueAt(body, message === 'is missing' ? path.slice(0, -1) : path) !== undefined;

/** Values that no field of this type takes, and others that only some of them take. */
const wrongs: Record<string, { never: unknown[]; seldom: unknown[] }> = {
  string: { never: [{}], seldom: ['x'.repeat(2_001), 'a\u202eb', ''] },
  number: { never: [{}, 'many'], seldom: [-1, 0, 1e9] },
  boolean: { never: ['perhaps'], seldom: [] },
  object: { never: ['none'], seldom: [[], {}] },
};

type Sent = { body: object; mustBeRefused: boolean };

const wrongBodies = (body: object): Sent[] =>
  placesIn(body).flatMap((at) => {
    const { never, seldom } = wrongs[typeof valueAt(body, at)] ?? { never: [], seldom: [] };
    return [
      ...never.map((wrong) => ({ body: withWrong(body, at, wrong), mustBeRefused: true })),
      ...seldom.map((wrong) => ({ body: withWrong(body, at, wrong), mustBeRefused: false })),
    ];
  });

const rows = requestBodies.map(({ of, to, body }) => [of, to, body] as const);

test.each(rows)('%s names a wrong field as its body has it (%s)', async (of, to, body) => {
  const rest = restAt(fixture.gateway, '');
  const unnamed: object[] = [];

  for (const sent of wrongBodies(body)) {
    const response = await rest.request(of.split(' ')[0] ?? '', to, { body: sent.body });
    const fields = (response.body.fields ?? []) as { path: string[]; message: string }[];
    const isNamed =
      fields.length > 0 &&
      fields.every((field) => isIn(sent.body, field)) &&
      fields.slice(0, 3).every(({ path }) => String(response.body.title).includes(path.join('.')));
    if (response.status === 400 ? !isNamed : sent.mustBeRefused)
      unnamed.push({ sent: sent.body, response: response.body });
  }

  expect(unnamed).toEqual([]);
});

test('every request with a body is among them, with each of its fields', () => {
  const fieldsOf = (route: Route) => {
    const shape = route.body?.shape as z.ZodObject | undefined;
    return Object.keys(shape?.shape ?? {}).map((name) => [nameOf(route), name]);
  };

  const missing = routes
    .flatMap(fieldsOf)
    .filter(([route, name = '']) => !requestBodies.some(({ of, body }) => of === route && Object.hasOwn(body, name)));

  expect(missing).toEqual([]);
});
