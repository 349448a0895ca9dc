import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../../context.ts';
import { notStreamed } from '../../execution/params.ts';
import type { ResultStream } from '../../execution/results.ts';
import { jsonAnswer } from './json-answer.ts';
import { bestOf, graphqlResponse, json } from './media-types.ts';

/** Requests that Yoga answers get the answers of the JSON door. */
export const jsonAnswers: Plugin<GatewayContext> = {
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
