import type { z } from '@hono/zod-openapi';
import type { OrderDetailsFragment } from '@waybill/client';
import { type PlaceOf, withPlaces, withPlacesInProblem } from '../field-places.ts';
import { checked } from '../parameters.ts';
import type { Answer, Call, Reply, Route, Tools } from '../route.ts';
import { successorOf } from './deprecation.ts';
import { withWorkflowId } from './foreign-ids.ts';
import { AliasStatus, aliasStatusOf, type Dialect } from './status.ts';

type Body = Record<string, unknown>;

export type Alias = Pick<Route, 'method' | 'path'> & {
  insteadUse: string;
  atRoot?: true;
  dialect: Dialect;
  /** The request of the other system, and its translation to the body of our route. */
  body?: z.ZodType;
  meant?: (call: Call, tools: Tools) => Body | Promise<Body>;
  /** Where the request has each field of that body, if it has another name or place there. */
  placeIn?: (call: Call) => PlaceOf;
  /** The condition to wait for first. */
  before?: (call: Call, tools: Tools) => Promise<unknown>;
};

/** One of our routes under another system's path, with its requests and responses. */
export function alias(own: Route, { dialect, body, meant = () => ({}), placeIn, before, ...given }: Alias): Route {
  const answer: Answer = async (call, tools) => {
    await before?.(call, tools);
    const input = await meant(call, tools);
    const placeOf = placeIn?.(call) ?? ((path) => path);
    const answered = await withPlacesInProblem(placeOf, async () => {
      const sent = own.body ? (checked(own.body.shape, input) as Body) : {};
      return own.answer({ ...call, body: sent }, tools);
    });
    const reply = shownAs(dialect, withPlaces(answered, placeOf));
    if (reply instanceof Response) return reply;
    return { ...reply, headers: { ...reply.headers, ...successorOf(given.insteadUse, call.params.id) } };
  };
  return {
    ...given,
    tag: 'Aliases',
    summary: own.summary,
    headers: own.headers ?? {},
    field: own.field,
    description: `Use ${given.insteadUse} instead.`,
    ...(body && { body: { shape: body, isRequired: !body.safeParse({}).success } }),
    responses: responsesOf(own),
    answer: given.path.includes('{id}') ? withWorkflowId('order', answer) : answer,
  };
}

function responsesOf({ responses: { 304: _, ...responses } }: Route): Route['responses'] {
  const statuses = [200, 201, 202].filter((status) => status in responses);
  const described = statuses.map((status) => [status, { description: 'The status of the order', shape: AliasStatus }]);
  return { ...responses, ...Object.fromEntries(described) };
}

/** The order in a response, in the format of the other systems. */
function shownAs(dialect: Dialect, reply: Reply | Response): Reply | Response {
  if (reply instanceof Response || reply.status >= 300) return reply;
  const given = typeof reply.body === 'string' ? JSON.parse(reply.body) : reply.body;
  const { commandId, order = given } = given as { commandId?: string; order?: OrderDetailsFragment | null };
  const { etag: _, ...headers } = reply.headers ?? {};
  return { ...reply, headers, body: { ...(order && aliasStatusOf(order, dialect)), ...(commandId && { commandId }) } };
}
