import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import { limits, OrderId, Problem, RunId } from '@waybill/contracts';
import { needsBody, type router, type ServiceEnv } from '@waybill/platform';
import type { Context } from 'hono';

type App = ReturnType<typeof router>;

export type Handler<Request> = (request: Request, c: Context<ServiceEnv>) => Promise<Response>;

const Headers = z.object({
  'idempotency-key': z.string().min(1).max(limits.idempotencyKey).optional().meta({
    description:
      'A repeated request with the same key and body has no further effect, and gets the same response for at least a day',
  }),
});

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } });

/** The OpenAPI description of a body that a request must have. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const faults = { 500: problem('The provider failed'), 503: problem('The provider is temporarily unavailable') };

const problems = {
  400: problem('The request is invalid or refused'),
  402: problem('The payment is declined'),
  404: problem('A referenced object does not exist'),
  409: problem('The request conflicts with the current state'),
  410: problem('The hold has expired'),
  413: problem('The body is too large'),
  415: problem('The body is not JSON'),
  422: problem('The request exceeds what is available, or its idempotency key was used with another body'),
  ...faults,
};

/** The OpenAPI description of an endpoint that belongs to no provider. */
export const responses = (schema: z.ZodType) => ({
  200: json('Current state', schema),
  ...Object.fromEntries([400, 413, 415, 500, 503].map((status) => [status, problem('A problem')])),
});

export type PostEndpoint<Body extends z.ZodType> = {
  path: string;
  summary: string;
  status?: 200 | 201;
  body: Body;
  response: z.ZodType;
};

/** Adds a POST endpoint and its OpenAPI description. */
export function post<Body extends z.ZodType>(app: App, endpoint: PostEndpoint<Body>, serve: Handler<z.output<Body>>) {
  const { path, summary, status = 200, body, response } = endpoint;
  const route = createRoute({
    method: 'post',
    path,
    summary,
    middleware: [needsBody],
    request: { headers: Headers, body: jsonBody(body) },
    responses: { [status]: json('Success', response), ...problems },
  });
  mount(app, route, (c) => serve(c.req.valid('json' as never) as z.output<Body>, c));
}

export type GetEndpoint<Input extends z.ZodObject> = {
  path: string;
  summary: string;
  /** The parameters of the path, then those of the query. */
  parameters: Input;
  response: z.ZodType;
};

/** Adds a GET endpoint and its OpenAPI description. */
export function get<Input extends z.ZodObject>(
  app: App,
  endpoint: GetEndpoint<Input>,
  serve: Handler<z.output<Input>>,
) {
  const { path, summary, parameters, response } = endpoint;
  const named = Object.fromEntries(Object.keys(parameters.shape).map((name) => [name, path.includes(`{${name}}`)]));
  const pick = (inPath: boolean) =>
    z.object(Object.fromEntries(Object.entries(parameters.shape).filter(([name]) => named[name] === inPath)));
  const route = createRoute({
    method: 'get',
    path,
    summary,
    request: { params: pick(true), query: pick(false) },
    responses: { 200: json('Current state', response), 400: problems[400], 404: problems[404], ...faults },
  });
  mount(app, route, (c) => {
    const input = { ...(c.req.valid('param' as never) as object), ...(c.req.valid('query' as never) as object) };
    return serve(input as z.output<Input>, c);
  });
}

/** Adds `GET /{orderId}/status`. */
export const status = (app: App, response: z.ZodType, serve: Handler<{ orderId: string }>) =>
  get(
    app,
    {
      path: '/{orderId}/status',
      summary: 'Get the state of an order, or of a payment without one, at this provider',
      parameters: z.object({ orderId: OrderId.or(RunId) }),
      response,
    },
    serve,
  );

/** Adds `GET /stats`. */
export const statistics = (app: App, response: z.ZodType, serve: Handler<object>) =>
  get(app, { path: '/stats', summary: 'Get statistics', parameters: z.object({}), response }, serve);

/** A stored reply is text: there is no typed value to compare with the OpenAPI document. */
const mount = (app: App, route: RouteConfig, handle: (c: Context<ServiceEnv>) => Promise<Response>) =>
  app.openapi(route, handle);
