import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '@waybill/platform';
import type { ExecutionResult } from 'graphql';
import type { ServerContext } from '../../execution/context.ts';
import type { createDocumentReader } from '../../execution/documents.ts';
import { maskThrown, type ObserveFault } from '../../execution/error-masking.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import { badRequest, parseParams, subscriptionOverJson } from '../../execution/params.ts';
import { isPrepared, type Prepared, prepare } from '../../execution/prepare.ts';
import type { Operations } from '../../execution/yoga.ts';
import { asksForEvents, graphqlResponse, json, preferredType } from '../shared/media-types.ts';
import { decodeBody, readBody } from './body.ts';
import { toJsonResponse } from './json-response.ts';

type JsonFastPathOptions = {
  operations: Operations;
  documentOf: ReturnType<typeof createDocumentReader>;
  limits: Limits;
  log: Log;
  observeFault?: ObserveFault | undefined;
};

/**
 * Handles the most common request, JSON posted for JSON. It calls the same parsing, validation, context and execution as Yoga,
 * without Yoga's web-standard requests and responses.
 *
 * A fast path: `npm run bench -- gateway one-query` measures it. Delete it when Yoga itself stays within that bench's line.
 */
export function createJsonFastPath({ operations, documentOf, limits, log, observeFault }: JsonFastPathOptions) {
  const executeBody = async (body: Buffer, context: ServerContext): Promise<ExecutionResult> => {
    const params = parseParams(decodeBody(body));
    const query = documentOf(params);
    if (query === undefined) throw badRequest('There is no query');
    const prepared = await prepare(operations, { ...params, query }, context, refuseSubscription);
    return isPrepared(prepared) ? (prepared.execute(prepared) as ExecutionResult) : { errors: prepared };
  };

  return async (req: IncomingMessage, res: ServerResponse, context: ServerContext): Promise<void> => {
    const mediaType = preferredType(req.headers.accept, [json, graphqlResponse]) ?? json;
    const bytes = await readBody(req, limits.bodyBytes);
    if (res.destroyed) return;
    const result =
      bytes === undefined
        ? { errors: [badRequest(`A body may have at most ${limits.bodyBytes} bytes`, 413)] }
        : await executeBody(bytes, context).catch((error: unknown) => ({
            errors: [maskThrown(error, { correlationId: context.correlationId, log, observeFault })],
          }));
    const { status, headers, body } = toJsonResponse(result, mediaType);
    const encoded = Buffer.from(body);
    res.writeHead(status, { ...headers, 'content-length': encoded.length }).end(encoded);
  };
}

const refuseSubscription = (kind: Prepared['kind']): void => {
  if (kind === 'subscription') throw subscriptionOverJson();
};

/** True for a POST that does not ask for an event stream. */
export const takesJsonFastPath = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' && !asksForEvents(headers.accept);
