import type { z } from '@hono/zod-openapi';
import type { OrderDetailsFragment } from '@waybill/client';
import { checked } from '../parameters.ts';
import type { Answer, Call, Reply, Route, Tools } from '../route.ts';
import { withWorkflowId } from './ids.ts';
import { type Manner, SeedStatus, seedStatusOf } from './status.ts';

type Body = Record<string, unknown>;

export type Alias = Pick<Route, 'method' | 'path'> & {
  insteadUse: string;
  atRoot?: true;
  manner: Manner;
  /** What is sent, and what it means as the body of the route of ours. */
  body?: z.ZodType;
  meant?: (call: Call, tools: Tools) => Body | Promise<Body>;
  /** What is waited for before. */
  before?: (call: Call, tools: Tools) => Promise<unknown>;
};

/** A route of ours under a path that others are used to, with what they send, answered as they expect. */
export function alias(own: Route, { manner, body, meant = () => ({}), before, ...given }: Alias): Route {
  const answer: Answer = async (call, tools) => {
    await before?.(call, tools);
    const asked = await meant(call, tools);
    const sent = own.body ? (checked(own.body.shape, asked) as Body) : {};
    return shownAs(manner, await own.answer({ ...call, body: sent }, tools));
  };
  return {
    ...{ ...given, tag: 'Aliases', summary: own.summary, headers: own.headers ?? {}, field: own.field },
    description: `Use ${given.insteadUse} instead.`,
    ...(body && { body: { shape: body, isRequired: !body.safeParse({}).success } }),
    responses: responsesOf(own),
    answer: given.path.includes('{id}') ? withWorkflowId('order', answer) : answer,
  };
}

function responsesOf({ responses: { 304: _, ...responses } }: Route): Route['responses'] {
  const told = [200, 201, 202].filter((status) => status in responses);
  const described = told.map((status) => [status, { description: 'How the order stands', shape: SeedStatus }]);
  return { ...responses, ...Object.fromEntries(described) };
}

/** The order in a response, as the other systems showed theirs. */
function shownAs(manner: Manner, reply: Reply | Response): Reply | Response {
  if (reply instanceof Response || reply.status >= 300) return reply;
  const given = typeof reply.body === 'string' ? JSON.parse(reply.body) : reply.body;
  const { commandId, order = given } = given as { commandId?: string; order?: OrderDetailsFragment | null };
  const { etag: _, ...headers } = reply.headers ?? {};
  return { ...reply, headers, body: { ...(order && seedStatusOf(order, manner)), ...(commandId && { commandId }) } };
}
