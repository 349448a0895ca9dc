import type { IncomingMessage } from 'node:http';
import { HttpProblem } from '@waybill/platform';
import { parse } from 'content-type';
import Negotiator from 'negotiator';

export const json = 'application/json';
export const graphqlResponse = 'application/graphql-response+json';
export const eventStream = 'text/event-stream';
export type MediaType = typeof json | typeof graphqlResponse | typeof eventStream;

type Accept = string | null | undefined;

const accepting = (accept: Accept) => new Negotiator({ headers: { accept: accept || '*/*' } });

/** The one of these that an `Accept` header likes best, as RFC 9110 §12.5.1 weighs it; the first of them for one that likes all. */
export function bestOf<Type extends string>(accept: Accept, offered: readonly Type[]): Type | undefined {
  const inUtf8 = offered.map((type) => `${type}; charset=utf-8`);
  const best = accepting(accept).mediaType(inUtf8);
  return best === undefined ? undefined : offered[inUtf8.indexOf(best)];
}

/** Whether it asks for a stream of events by name, and not with everything else. */
export const namesEvents = (accept: Accept): boolean =>
  accepting(accept)
    .mediaTypes()
    .some((range) => /^text\/(event-stream|\*)$/i.test(range));

/** What rules out an answer to a request, by its media types and content coding. */
export function mediaProblem({ method, headers }: IncomingMessage, hasPage: boolean): HttpProblem | undefined {
  if (method === 'POST' && !isJson(headers['content-type'])) return unsupported('POST application/json in UTF-8');
  if (!isIdentity(headers['content-encoding'])) return unsupported('Send the body without a content coding');
  const answers = [json, graphqlResponse, eventStream, ...(hasPage && method === 'GET' ? ['text/html'] : [])];
  if (bestOf(headers.accept, answers) !== undefined) return undefined;
  return new HttpProblem(406, 'NOT_ACCEPTABLE', `Accept one of ${answers.join(', ')}`);
}

const unsupported = (title: string) => new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', title);

/** JSON as RFC 8259 has it: in UTF-8 and nothing else. */
function isJson(contentType = ''): boolean {
  const { type, parameters } = parse(contentType);
  return /^application\/(graphql\+)?json$/.test(type) && /^utf-?8$/i.test(parameters.charset ?? 'utf-8');
}

const isIdentity = (contentEncoding = ''): boolean =>
  contentEncoding.split(',').every((coding) => /^(identity)?$/i.test(coding.trim()));
