import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import { subscriptionOverJson } from '../../execution/params.ts';
import type { ResultStream } from '../../execution/result-stream.ts';
import { graphqlResponse, json, preferredType } from '../shared/media-types.ts';
import { toJsonResponse } from './json-response.ts';

/** Requests that Yoga handles get the same responses as those of the JSON fast path. */
export const jsonResultProcessor: Plugin<GatewayContext, ServerContext> = {
  onResultProcess: ({ request, setResultProcessor }) => {
    const mediaType = preferredType(request.headers.get('accept'), [json, graphqlResponse]) ?? json;
    const processor = (result: unknown, { Response }: FetchAPI) => {
      const { status, headers, body } = toJsonResponse(
        singleResult(result as ResultStream | ExecutionResult),
        mediaType,
      );
      return new Response(body, { status, headers });
    };
    setResultProcessor(processor, mediaType);
  },
};

/** A stream that the client did not request is cancelled at once. */
function singleResult(result: ResultStream | ExecutionResult): ExecutionResult {
  if (!(Symbol.asyncIterator in result)) return result;
  void result.return();
  return { errors: [subscriptionOverJson()] };
}
