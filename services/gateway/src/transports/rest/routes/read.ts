import { z } from '@hono/zod-openapi';
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { withEtag } from '../etag.ts';
import { outcomeOf } from '../outcome.ts';
import { problemReply, problemsOf } from '../problems.ts';
import type { Call, ResponseDescription, Route } from '../route.ts';
import { type Operation, operationOf } from '../shapes/operation.ts';
import { fieldBelow, presentShape } from '../shapes/output.ts';

type Read = {
  path: string;
  tag: string;
  summary: string;
  document: string;
  /** The field below the root that is returned, if it is not the root itself. */
  part?: string;
};

/** A GET that returns the result of one query: an object, or a list as `{ items, nextCursor }`. */
export function read({ path, tag, summary, document, part }: Read): Route {
  const operation = operationOf(document);
  const shown = part === undefined ? operation : fieldBelow(operation, part);
  const view = viewOf(operation, shown);
  const query = queryTypes(operation, path);
  const variablesOf = createVariables(operation);
  return {
    method: 'get',
    path,
    tag,
    summary,
    query,
    field: operation.field,
    headers: view.isList
      ? {}
      : { 'If-None-Match': 'An entity tag: the response is 304 where the body is still the same' },
    responses: {
      200: view.response,
      ...(view.isList ? {} : { 304: { description: 'The body is the same as the tagged one' } }),
      ...problemsOf(operation, { hasId: path.includes('{'), hasBody: false }),
    },
    async answer(call, { run }) {
      const outcome = outcomeOf(operation, await run(document, variablesOf(call), call.context), call);
      if (outcome.kind !== 'done') return outcome.kind === 'refused' ? outcome.reply : unexpected();
      const found = part === undefined ? outcome.value : outcome.value[part];
      return found === null ? nothingThere(call, part) : view.reply(found as object, call);
    },
  };
}

/** A null part is hidden from the viewer, or no longer exists. */
const nothingThere = (call: Call, part = 'answer') =>
  problemReply(404, { code: 'NOT_FOUND', message: `There is no ${part}, or it is not visible to the viewer` }, call);

const unexpected = (): never => {
  throw new Error('A query has no verdict');
};

type View = {
  isList: boolean;
  response: ResponseDescription;
  reply: (value: object, call: Call) => ReturnType<typeof withEtag> | { status: number; body: unknown };
};

/** How a field is shown, by its type. */
function viewOf(operation: Operation, { field, root }: Pick<Operation, 'field' | 'root'>): View {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const shape = presentShape(operation, field.type, root);
  if (type.name.endsWith('Connection')) {
    const { nodes } = (shape as z.ZodObject).shape as { nodes: z.ZodType };
    return { ...listOf(nodes), reply: replyWithPage };
  }
  if (isListType(getNullableType(field.type))) {
    return { ...listOf(shape), reply: (items) => ({ status: 200, body: { items, nextCursor: null } }) };
  }
  const headers = { ETag: 'A weak entity tag of the body without `asOf`' };
  return { isList: false, response: { description: 'Found', shape, headers }, reply: withEtag };
}

const listOf = (items: z.ZodType) => ({
  isList: true,
  response: {
    description: 'The list, or a page of it',
    shape: z.object({ items, nextCursor: z.string().nullable() }),
    headers: { Link: 'The next page, where there is one (`rel="next"`)' },
  },
});

type Page = { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };

function replyWithPage(value: object, { url }: Call) {
  const { nodes: items, pageInfo } = value as Page;
  const nextCursor = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  return { status: 200, body: { items, nextCursor }, headers: nextCursor === null ? {} : linkTo(url, nextCursor) };
}

/** The same request after the cursor; a page from the end has no next page. */
function linkTo(url: string, after: string) {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('after', after);
  return { link: `<${next.pathname}${next.search}>; rel="next"` };
}

const isInPath = (path: string, name: string): boolean => path.includes(`{${name}}`);

/** Every argument that is not in the path is a query parameter; each condition of a filter is one. */
export function queryTypes({ variables }: Operation, path: string): Record<string, GraphQLInputType> {
  const own = variables.filter(({ name }) => !isInPath(path, name));
  return Object.fromEntries(
    own.flatMap(({ name, type }) => {
      const namedType = getNamedType(type);
      if (!isInputObjectType(namedType)) return [[name, type]];
      return Object.values(namedType.getFields()).map((field) => [field.name, field.type]);
    }),
  );
}

/** The variables of a document for a request, with its filter reassembled. */
export function createVariables({
  variables,
}: Operation): (call: Pick<Call, 'params' | 'query'>) => Record<string, unknown> {
  const groups = variables.map(({ name, type }) => {
    const namedType = getNamedType(type);
    return { name, fields: isInputObjectType(namedType) ? Object.keys(namedType.getFields()) : undefined };
  });
  return ({ params, query }) => {
    const inputs: Record<string, unknown> = { ...query, ...params };
    const values = groups.flatMap(({ name, fields }) => {
      if (!fields) return name in inputs ? [[name, inputs[name]]] : [];
      const own = fields.filter((field) => field in inputs).map((field) => [field, inputs[field]]);
      return own.length > 0 ? [[name, Object.fromEntries(own)]] : [];
    });
    return Object.fromEntries(values);
  };
}
