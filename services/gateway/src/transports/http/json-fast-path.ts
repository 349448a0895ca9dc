import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '@waybill/platform';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { ServerContext } from '../../execution/context.ts';
import type { documentsFrom } from '../../execution/documents.ts';
import { shownAs } from '../../execution/error-masking.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import { operationIn } from '../../execution/operation.ts';
import { badRequest, notStreamed, paramsIn } from '../../execution/params.ts';
import type { Operations } from '../../execution/yoga.ts';
import { bestOf, graphqlResponse, json, namesEvents } from '../media-types.ts';
import { bodyOf, textIn } from './body.ts';
import { jsonAnswer } from './json-response.ts';

type Door = { operations: Operations; documentOf: ReturnType<typeof documentsFrom>; limits: Limits; log: Log };

/**
 * A door of its own for the commonest request, JSON posted for JSON. It runs the same parsing, validation, context and
 * execution as every other, and leaves out the web-standard requests and responses that these few need not have.
 */
export function jsonDoor({ operations, documentOf, limits, log }: Door) {
  const answerTo = async (body: Buffer, carried: ServerContext): Promise<ExecutionResult> => {
    const params = paramsIn(textIn(body));
    const { operationName, variables } = params;
    const { schema, parse, validate, contextFactory, execute } = operations.getEnveloped(carried);
    const query = documentOf(params);
    if (query === undefined) throw badRequest('There is no query');
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors: errors as GraphQLError[] };
    if (operationIn(document, operationName).operation === 'subscription') throw notStreamed();
    const contextValue = await contextFactory();
    return execute({ schema, document, contextValue, operationName, variableValues: variables }) as ExecutionResult;
  };

  return async (req: IncomingMessage, res: ServerResponse, carried: ServerContext): Promise<void> => {
    const mediaType = bestOf(req.headers.accept, [json, graphqlResponse]) ?? json;
    const given = await bodyOf(req, limits.bodyBytes);
    if (res.destroyed) return;
    const result =
      given === undefined
        ? { errors: [badRequest(`A body has ${limits.bodyBytes} bytes at most`, 413)] }
        : await answerTo(given, carried).catch((error: unknown) => ({
            errors: [shownAs(error, { correlationId: carried.correlationId, log })],
          }));
    const { status, headers, body } = jsonAnswer(result, mediaType);
    const bytes = Buffer.from(body);
    res.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
  };
}

/** True for what the door takes: a POST whose sender does not ask for events. */
export const isForJsonDoor = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' && !namesEvents(headers.accept);
