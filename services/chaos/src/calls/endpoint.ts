import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import { limits, OrderId, Problem } from '@waybill/contracts';
import type { router, ServiceEnv } from '@waybill/platform';
import type { Context } from 'hono';
import type { Serve } from './door.ts';

type App = ReturnType<typeof router>;

const Headers = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(limits.idempotencyKey)
    .optional()
    .meta({ description: 'The same key and body get the same answer for at least a day, and one effect' }),
});

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const faults = { 500: problem('The provider failed'), 503: problem('The provider is out of order for a while') };

const problems = {
  400: problem('The request is wrong, or is refused for what it says'),
  402: problem('The payment is declined'),
  404: problem('It speaks of something that is unknown'),
  409: problem('It is in conflict with what happened before'),
  410: problem('The hold has expired'),
  413: problem('The body is too large'),
  415: problem('The body is not JSON'),
  422: problem('It asks for more than there is, or its key belongs to another body'),
  ...faults,
};

export type PostEndpoint<Takes extends z.ZodType> = {
  path: string;
  summary: string;
  status?: 200 | 201;
  takes: Takes;
  answers: z.ZodType;
};

/** Adds a POST endpoint, and what the document says of it. */
export function post<Takes extends z.ZodType>(app: App, endpoint: PostEndpoint<Takes>, serve: Serve<z.output<Takes>>) {
  const { path, summary, status = 200, takes, answers } = endpoint;
  const route = createRoute({
    method: 'post',
    path,
    summary,
    request: { headers: Headers, body: { required: true, content: { 'application/json': { schema: takes } } } },
    responses: { [status]: json('It is done', answers), ...problems },
  });
  mount(app, route, (c) => serve(c.req.valid('json' as never) as z.output<Takes>, c));
}

const OfOrder = z.object({ orderId: OrderId });

/** Adds `GET /{orderId}/status`. */
export function status(app: App, answers: z.ZodType, serve: Serve<{ orderId: string }>): void {
  const route = createRoute({
    method: 'get',
    path: '/{orderId}/status',
    summary: 'What this provider knows of an order',
    request: { params: OfOrder },
    responses: { 200: json('As it stands', answers), 400: problem('No order id'), 404: problems[404], ...faults },
  });
  mount(app, route, (c) => serve(c.req.valid('param' as never), c));
}

/** Adds a GET endpoint without parameters. */
export function get(app: App, path: string, summary: string, answers: z.ZodType, serve: Serve<object>): void {
  const route = createRoute({
    method: 'get',
    path,
    summary,
    responses: { 200: json('As it stands', answers), ...faults },
  });
  mount(app, route, (c) => serve({}, c));
}

/** An answer was written as text when its effect was: there is no typed value left to compare with the document. */
const mount = (app: App, route: RouteConfig, handle: (c: Context<ServiceEnv>) => Promise<Response>) =>
  app.openapi(route, handle);
