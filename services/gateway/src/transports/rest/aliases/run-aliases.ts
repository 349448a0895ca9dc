import { z } from '@hono/zod-openapi';
import { RefundPaymentDocument, RunDocument } from '@waybill/client';
import { withPlaces } from '../field-places.ts';
import type { Answer, Reply, Route } from '../route.ts';
import { change } from '../routes/change.ts';
import {
  isPaymentId,
  isPaymentOf,
  untilListed,
  withWorkflowId,
  workflowIdOfPayment,
  workflowIdOfUserContext,
} from './foreign-ids.ts';

// Our routes that another system has as well: they accept its spellings and ids, and respond with both.

type Body = Record<string, unknown>;

/** A route whose body may also have these fields, which `meant` translates. */
function accepting(route: Route, fields: Record<string, z.ZodType>, meant: (body: Body) => Body): Route {
  if (!route.body) throw new Error(`${route.path} takes no body`);
  const shape = (route.body.shape as z.ZodObject).extend(fields);
  return {
    ...route,
    body: { ...route.body, shape },
    answer: (call, tools) => route.answer({ ...call, body: meant(call.body) }, tools),
  };
}

/** Adds the other system's id of the run to our own. */
function alsoNamed(route: Route, workflowIdOf: (run: Body) => string): Route {
  const { shape, ...made } = route.responses[201] ?? { description: '' };
  const shapeWithIds = z.object({ ...(shape as z.ZodObject).shape, workflowId: z.string(), runId: z.string() });
  return {
    ...route,
    responses: { ...route.responses, 201: { ...made, shape: shapeWithIds } },
    async answer(call, tools) {
      const reply = await route.answer(call, tools);
      if (reply instanceof Response || reply.status !== 201) return reply;
      const run = reply.body as Body;
      return { ...reply, body: { ...run, workflowId: workflowIdOf(run), runId: run.id } };
    },
  };
}

const strategies = z.enum(['PARALLEL', 'SEQUENTIAL', 'parallel', 'sequential']);

/** Waits until the order book has the run, so that a request for the user's newest run finds it. */
const listed = (route: Route): Route => ({
  ...route,
  async answer(call, tools) {
    const reply = await route.answer(call, tools);
    if (!(reply instanceof Response) && reply.status === 201) await untilListed(reply.body as Body, call, tools);
    return reply;
  },
});

const userContext = (route: Route): Route =>
  alsoNamed(
    accepting(listed(route), { strategy: strategies.nullish() }, ({ strategy, ...body }) => ({
      ...body,
      ...(typeof strategy === 'string' ? { strategy: strategy.toUpperCase() } : {}),
    })),
    ({ userId }) => workflowIdOfUserContext(String(userId)),
  );

const runIdOfPayment = /^[A-Za-z0-9._-]{1,70}$/;

/**
 * Without an id or a key, a payment is identified by its order. The id that says so may be somebody else's by then: the
 * payment has a key of its starter instead.
 */
function payment(route: Route): Route {
  const answer: Answer = async (call, tools) => {
    const { orderId, runId, idempotencyKey } = call.body;
    const isNamed = runId ?? idempotencyKey ?? call.header('idempotency-key');
    if (isNamed || !runIdOfPayment.test(String(orderId))) return route.answer(call, tools);
    const start = (by: Body) => route.answer({ ...call, body: { ...call.body, ...by } }, tools);
    const id = workflowIdOfPayment(String(orderId));
    const reply = await start({ runId: `RUN-${id}` });
    const isTaken = !(reply instanceof Response) && codeOf(reply) === 'IDEMPOTENCY_CONFLICT';
    return isTaken && !(await isPaymentOf(`RUN-${id}`, id, call, tools)) ? start({ idempotencyKey: id }) : reply;
  };
  return alsoNamed({ ...route, answer }, ({ orderId }) => workflowIdOfPayment(String(orderId)));
}

/** The other system calls the name of a greeting `userId`, as does then a problem with it. */
function greeting(route: Route): Route {
  const accepted = accepting(
    route,
    { name: z.string().nullish(), userId: z.string().nullish() },
    ({ userId, name, ...body }) => ({ ...body, name: name ?? userId }),
  );
  const answer: Answer = async (call, tools) => {
    const name = (call.body.name ?? call.body.userId) === call.body.name ? 'name' : 'userId';
    return withPlaces(await accepted.answer(call, tools), (path) => (path[0] === 'name' ? [name] : path));
  };
  return { ...accepted, answer };
}

const refund = change({
  path: '/{id}',
  tag: '',
  summary: '',
  document: RefundPaymentDocument,
  fills: { id: 'id' },
  show: RunDocument,
});

/** By the other system's id, a captured payment can be cancelled too: it is refunded. */
const cancellation = (route: Route): Route => {
  const answer: Answer = async (call, tools) => {
    const { reason = 'by REST', ...body } = call.body;
    const request = { ...call, body: { ...body, reason } };
    const cancelled = await withWorkflowId('run', route.answer)(request, tools);
    const isCaptured = !(cancelled instanceof Response) && codeOf(cancelled) === 'RUN_CLOSED';
    return isCaptured && isPaymentId(call.params.id) ? withWorkflowId('run', refund.answer)(request, tools) : cancelled;
  };
  if (!route.body) throw new Error(`${route.path} takes no body`);
  const shape = (route.body.shape as z.ZodObject).extend({ reason: z.string().nullish() });
  return { ...route, body: { shape, isRequired: false }, answer };
};

const codeOf = ({ body }: Reply): unknown => (body as { code?: unknown }).code;

const own: Record<string, (route: Route) => Route> = {
  '/workflows/user-context': userContext,
  '/workflows/payment': payment,
  '/workflows/greet': greeting,
  '/workflows/{id}/cancel': cancellation,
};

/** The routes of runs with the other system's requests. */
export const withForeignRequests = (route: Route): Route => {
  const extend = own[route.path];
  if (extend) return extend(route);
  return route.path.includes('{id}') ? { ...route, answer: withWorkflowId('run', route.answer) } : route;
};
