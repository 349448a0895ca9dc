import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '@waybill/platform';
import { type ExecutionResult, type GraphQLError, getOperationAST } from 'graphql';
import type { Carried } from '../context.ts';
import type { Limits } from '../limits/limits.ts';
import type { documentsFrom } from '../operations/documents.ts';
import { shownAs } from '../operations/faults.ts';
import { badRequest, paramsIn } from '../operations/params.ts';
import { textOf } from '../operations/rendering.ts';
import type { Operations } from '../operations/yoga.ts';
import { bodyOf } from './body.ts';

type Door = { operations: Operations; documentOf: ReturnType<typeof documentsFrom>; limits: Limits; log: Log };

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

/**
 * A door of its own for the commonest request, JSON posted for JSON. It runs the same parsing, validation, context and
 * execution as every other, and leaves out the web-standard requests and responses that these few need not have.
 */
export function jsonDoor({ operations, documentOf, limits, log }: Door) {
  const answerTo = async (text: string, carried: Carried): Promise<ExecutionResult> => {
    const params = paramsIn(text);
    const { operationName, variables } = params;
    const { schema, parse, validate, contextFactory, execute } = operations.getEnveloped(carried);
    const query = documentOf(params);
    if (query === undefined) throw badRequest('There is no query');
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors: errors as GraphQLError[] };
    if (getOperationAST(document, operationName)?.operation === 'subscription') {
      throw badRequest('A subscription is streamed: accept text/event-stream, or open a WebSocket', 406);
    }
    const contextValue = await contextFactory();
    return execute({ schema, document, contextValue, operationName, variableValues: variables }) as ExecutionResult;
  };

  return async (req: IncomingMessage, res: ServerResponse, carried: Carried): Promise<void> => {
    const mediaType = acceptedBy(req);
    const text = await bodyOf(req, limits.bodyBytes);
    if (res.destroyed) return;
    const result =
      text === undefined
        ? { errors: [badRequest(`A body has ${limits.bodyBytes} bytes at most`, 413)] }
        : await answerTo(text, carried).catch((error: unknown) => ({
            errors: [shownAs(error, { correlationId: carried.correlationId, log })],
          }));
    const { status, headers } = statusOf(result, mediaType);
    const body = Buffer.from(textOf(result));
    const about = { 'content-type': `${mediaType}; charset=utf-8`, 'content-length': body.length };
    res.writeHead(status, { ...headers, ...about }).end(body);
  };
}

/** True for what the door takes: a JSON POST whose sender reads JSON. */
export const isForJsonDoor = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' && (headers['content-type'] ?? '').startsWith(json) && readsJson(headers.accept);

const readsJson = (accept: string | undefined): boolean =>
  accept === undefined ||
  (/\*\/\*|application\/(\*|json|graphql-response\+json)/.test(accept) && !accept.includes('event-stream'));

const acceptedBy = ({ headers: { accept = json } }: IncomingMessage): string => {
  const [plain, graphql] = [accept.indexOf(json), accept.indexOf(graphqlResponse)];
  return graphql >= 0 && (plain < 0 || graphql < plain) ? graphqlResponse : json;
};

type Http = { status?: number; spec?: boolean; headers?: Record<string, string> };

/** `application/json` keeps 200 for all that GraphQL itself answers; the newer media type tells more by its status. */
function statusOf({ data, errors = [] }: ExecutionResult, mediaType: string) {
  const said = errors
    .map(({ extensions }) => extensions.http as Http | undefined)
    .find((http) => http?.status !== undefined && (!http.spec || mediaType === graphqlResponse));
  const notExecuted = data === undefined && mediaType === graphqlResponse ? 400 : 200;
  return { status: said?.status ?? notExecuted, headers: said?.headers ?? {} };
}
