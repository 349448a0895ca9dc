import type { Access } from '../auth/access.ts';
import type { LimitPerUser } from '../execution/limits/limit-per-user.ts';
import type { HttpBinding } from '../execution/yoga.ts';
import { createGraphiqlPage } from '../transports/http/graphiql.ts';
import { jsonResultProcessor } from '../transports/http/json-result-processor.ts';
import { requestParser } from '../transports/http/request-parser.ts';
import { createEventStreamProcessor } from '../transports/sse/result-processor.ts';

type HttpBindingOptions = { access: Access; connections: LimitPerUser; now: () => Date; newId: () => string };

/** Binds Yoga to HTTP: requests and responses like those of the JSON fast path, server-sent events, and GraphiQL. */
export function createHttpBinding({ access, connections, now, newId }: HttpBindingOptions): HttpBinding {
  const page = access.graphiql ? createGraphiqlPage({ rolePicker: access.developmentTokens !== undefined }) : undefined;
  return {
    plugins: [requestParser, jsonResultProcessor, createEventStreamProcessor(connections, now)],
    graphiqlPage: page && (() => page(`SAMPLE-${newId().slice(0, 8).toUpperCase()}`)),
  };
}
