import type { Plugin } from 'graphql-yoga';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import { operationIn } from '../../execution/operation.ts';
import { paramsIn, paramsInQuery } from '../../execution/params.ts';
import { textIn } from './body.ts';

/** Requests that Yoga answers are read as the JSON door reads its own. */
export const requestParsing: Plugin<GatewayContext, ServerContext> = {
  onRequestParse: ({ request, setRequestParser }) => {
    if (request.method === 'GET') setRequestParser(({ url }) => paramsInQuery(searchOf(url)));
    else setRequestParser(async (sent) => paramsIn(textIn(new Uint8Array(await sent.arrayBuffer()))));
  },
  onParse:
    () =>
    ({ result, context }) => {
      // Only Yoga's own requests have their params in the context; a document that does not parse is for others to tell.
      if ('params' in context && result && 'kind' in result) operationIn(result, context.params.operationName);
    },
};

const searchOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?', 2)[1]);
