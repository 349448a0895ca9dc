import type { ExecutionResult } from 'graphql';
import { textOf } from '../../execution/rendering-cache.ts';
import { graphqlResponse, type json } from '../media-types.ts';

type Http = { status?: number; spec?: boolean; headers?: Record<string, string> };

/** What a result is over HTTP. `application/json` keeps 200 for all that GraphQL itself answers; the newer media type tells more by its status. */
export function jsonAnswer(result: ExecutionResult, mediaType: typeof json | typeof graphqlResponse) {
  const { data, errors = [] } = result;
  const said = errors
    .map(({ extensions }) => extensions.http as Http | undefined)
    .find((http) => http?.status !== undefined && (!http.spec || mediaType === graphqlResponse));
  const notExecuted = data === undefined && mediaType === graphqlResponse ? 400 : 200;
  const status = said?.status ?? notExecuted;
  return {
    status,
    // What comes of a body that is too long is not read, and nothing behind it.
    headers: {
      ...said?.headers,
      ...(status === 413 && { connection: 'close' }),
      'content-type': `${mediaType}; charset=utf-8`,
    },
    body: textOf(result),
  };
}
