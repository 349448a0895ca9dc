import type { Access } from '../auth/access.ts';
import type { Presence } from '../execution/limits/connection-count.ts';
import type { HttpBinding } from '../execution/yoga.ts';
import { graphiqlPage } from './http/graphiql.ts';
import { jsonAnswers } from './http/json-result-processor.ts';
import { requestParsing } from './http/request-parser.ts';
import { serverSentEvents } from './sse/result-processor.ts';

type HttpBindingOptions = { access: Access; presence: Presence; now: () => Date; newId: () => string };

/** Binds Yoga to HTTP: requests and results as the JSON fast path has them, server-sent events, and GraphiQL. */
export function createHttpBinding({ access, presence, now, newId }: HttpBindingOptions): HttpBinding {
  const page = access.graphiql ? graphiqlPage({ rolePicker: access.developmentTokens !== undefined }) : undefined;
  return {
    plugins: [requestParsing, jsonAnswers, serverSentEvents(presence, now)],
    graphiqlPage: page && (() => page(`SAMPLE-${newId().slice(0, 8).toUpperCase()}`)),
  };
}
