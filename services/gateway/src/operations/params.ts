import { GraphQLError } from 'graphql';

/** What a request says, its document still as it came. */
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

/** Reads a JSON body as GraphQL over HTTP describes it; throws what is wrong with it. */
export function paramsIn(text: string): Params {
  const body = parsed(text);
  if (!isObject(body)) throw badRequest('The body must be a JSON object');
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON');
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Such a request is answered with a status whatever the media type: it is none of GraphQL's. */
export const badRequest = (message: string, status = 400) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
