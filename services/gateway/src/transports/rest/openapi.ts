import { z } from '@hono/zod-openapi';
import { queryShape } from './parameters.ts';
import type { ResponseDescription, Route } from './route.ts';

/** A route as the OpenAPI document describes it. */
export function describeRoute(
  { method, path, tag, summary, description, query, headers, body, responses, ...route }: Route,
  fullPath: string,
) {
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name as string, z.string()] as const);
  return {
    method,
    path: fullPath,
    tags: [tag],
    summary,
    security: [{ token: [] }],
    ...(description && { description }),
    ...(route.insteadUse && { deprecated: true }),
    request: {
      ...(params.length > 0 && { params: z.object(Object.fromEntries(params)) }),
      ...(query && { query: queryShape(query, route.spellings) }),
      ...(headers && { headers: headersShape(headers) }),
      ...(body && { body: { required: body.isRequired, content: { 'application/json': { schema: body.shape } } } }),
    },
    responses: Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, described(response)])),
  };
}

const headersShape = (headers: Record<string, string>) =>
  z.object(
    Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, z.string().optional().openapi({ description })]),
    ),
  );

function described({ description, shape, mediaType = 'application/json', headers }: ResponseDescription) {
  const content =
    shape || mediaType !== 'application/json' ? { [mediaType]: { schema: shape ?? z.string() } } : undefined;
  return { description, ...(content && { content }), ...(headers && { headers: headersShape(headers) }) };
}
