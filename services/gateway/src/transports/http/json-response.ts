import type { ExecutionResult } from 'graphql';
import { serialize } from '../../execution/rendering-cache.ts';
import { graphqlResponse, type json } from '../shared/media-types.ts';

type Http = { status?: number; spec?: boolean; headers?: Record<string, string> };

/**
 * The HTTP response for a result. `application/json` has status 200 for every GraphQL response; the newer media type
 * uses other statuses too.
 */
export function toJsonResponse(result: ExecutionResult, mediaType: typeof json | typeof graphqlResponse) {
  const { data, errors = [] } = result;
  const http = errors
    .map(({ extensions }) => extensions.http as Http | undefined)
    .find((given) => given?.status !== undefined && (!given.spec || mediaType === graphqlResponse));
  const notExecuted = data === undefined && mediaType === graphqlResponse ? 400 : 200;
  const status = http?.status ?? notExecuted;
  return {
    status,
    // The rest of a body that is too long is not read, and the connection is closed.
    headers: {
      ...http?.headers,
      ...(status === 413 && { connection: 'close' }),
      'content-type': `${mediaType}; charset=utf-8`,
    },
    body: serialize(result),
  };
}
