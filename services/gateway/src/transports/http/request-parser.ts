import type { Plugin } from 'graphql-yoga';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import { selectOperation } from '../../execution/operation.ts';
import { parseParams, parseQueryParams } from '../../execution/params.ts';
import { decodeBody } from './body.ts';

/** Requests that Yoga handles are parsed like those of the JSON fast path. */
export const requestParser: Plugin<GatewayContext, ServerContext> = {
  onRequestParse: ({ request, setRequestParser }) => {
    if (request.method === 'GET') setRequestParser(({ url }) => parseQueryParams(searchOf(url)));
    else setRequestParser(async (body) => parseParams(decodeBody(new Uint8Array(await body.arrayBuffer()))));
  },
  onParse:
    () =>
    ({ result, context }) => {
      // Only Yoga's own requests have their params in the context; a syntax error is reported elsewhere.
      if ('params' in context && result && 'kind' in result) selectOperation(result, context.params.operationName);
    },
};

const searchOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?', 2)[1]);
