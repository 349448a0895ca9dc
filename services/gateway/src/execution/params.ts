import { GraphQLError } from 'graphql';

/** The parameters of a request, its document not yet parsed. */
export type Params = {
  query?: string;
  documentId?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
};

const shapes: Record<keyof Params, 'string' | 'object'> = {
  query: 'string',
  documentId: 'string',
  operationName: 'string',
  variables: 'object',
  extensions: 'object',
};

/** Reads a JSON body as specified by GraphQL over HTTP; throws if it is invalid. */
export function parseParams(text: string): Params {
  const body = parseJson(text, 'The body');
  if (!isObject(body)) throw badRequest('The body must be a JSON object');
  return checkParams(body);
}

function checkParams(body: Record<string, unknown>): Params {
  for (const [name, value] of Object.entries(body)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name as keyof Params] : undefined;
    if (!shape) throw badRequest(`There is no parameter ${JSON.stringify(name)}`);
    if (value === null) delete body[name];
    else if (shape === 'object' ? !isObject(value) : typeof value !== 'string') {
      throw badRequest(`${name} must be ${shape === 'object' ? 'an object' : 'a string'}`);
    }
  }
  return body;
}

/** Reads the query of a URL as specified by GraphQL over HTTP. */
export function parseQueryParams(search: URLSearchParams): Params {
  const said = Object.entries(shapes).flatMap(([name, shape]) => {
    const text = search.get(name) || undefined;
    if (text === undefined) return [];
    return [[name, shape === 'object' ? parseJson(text, name) : text]];
  });
  return checkParams(Object.fromEntries(said));
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON`);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refused with a status for every media type: the request is not well-formed GraphQL over HTTP. */
export const badRequest = (message: string, status = 400) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });

export const subscriptionOverJson = () =>
  badRequest('A subscription is streamed: accept text/event-stream, or open a WebSocket', 406);
