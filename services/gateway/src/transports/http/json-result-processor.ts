import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import { notStreamed } from '../../execution/params.ts';
import type { ResultStream } from '../../execution/result-stream.ts';
import { bestOf, graphqlResponse, json } from '../media-types.ts';
import { jsonAnswer } from './json-response.ts';

/** Requests that Yoga answers get the answers of the JSON door. */
export const jsonAnswers: Plugin<GatewayContext, ServerContext> = {
  onResultProcess: ({ request, setResultProcessor }) => {
    const mediaType = bestOf(request.headers.get('accept'), [json, graphqlResponse]) ?? json;
    const processor = (result: unknown, { Response }: FetchAPI) => {
      const { status, headers, body } = jsonAnswer(whole(result as ResultStream | ExecutionResult), mediaType);
      return new Response(body, { status, headers });
    };
    setResultProcessor(processor, mediaType);
  },
};

/** A stream that its reader did not ask for is left. */
function whole(result: ResultStream | ExecutionResult): ExecutionResult {
  if (!(Symbol.asyncIterator in result)) return result;
  void result.return();
  return { errors: [notStreamed()] };
}
