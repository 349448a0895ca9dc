import type { IncomingMessage } from 'node:http';
import { BoundedCache } from '@waybill/bounded';
import { HttpProblem } from '@waybill/platform';
import { parse } from 'content-type';
import Negotiator from 'negotiator';

export const json = 'application/json';
export const graphqlResponse = 'application/graphql-response+json';
export const eventStream = 'text/event-stream';
export type MediaType = typeof json | typeof graphqlResponse | typeof eventStream;

type Accept = string | null | undefined;

const accepting = (accept: Accept) => new Negotiator({ headers: { accept: accept || '*/*' } });

/** Cached: clients repeat few different headers. */
const negotiated = new BoundedCache<{ type: string | undefined }>({
  entries: 500,
  bytes: 256 * 1024,
  sizeOf: () => 50,
});

function remembered(accept: Accept, question: string, negotiate: () => string | undefined): string | undefined {
  const key = `${question} ${accept ?? ''}`;
  const known = negotiated.get(key) ?? { type: negotiate() };
  negotiated.set(key, known);
  return known.type;
}

/** The media type that an `Accept` header prefers, by RFC 9110 §12.5.1; the first one if all are equal. */
export const preferredType = <Type extends string>(accept: Accept, offered: readonly Type[]): Type | undefined =>
  remembered(accept, offered.join(), () => {
    const inUtf8 = offered.map((type) => `${type}; charset=utf-8`);
    const best = accepting(accept).mediaType(inUtf8);
    return best === undefined ? undefined : offered[inUtf8.indexOf(best)];
  }) as Type | undefined;

/** Whether it names event streams explicitly. */
export const asksForEvents = (accept: Accept): boolean =>
  remembered(accept, 'names events', () =>
    accepting(accept)
      .mediaTypes()
      .find((range) => /^text\/(event-stream|\*)$/i.test(range)),
  ) !== undefined;

/** Whether a browser asks for a page, as it does for an address; a program asks for JSON or for anything. */
export const isNavigation = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  preferredType(headers.accept, [json, 'application/problem+json', 'text/html']) === 'text/html';

/** Why a request cannot be answered, by its media types and content coding. */
export function mediaProblem({ method, headers }: IncomingMessage, hasPage: boolean): HttpProblem | undefined {
  if (method === 'POST' && !isJson(headers['content-type'])) return unsupported('POST application/json in UTF-8');
  const coded = codingProblem(headers['content-encoding']);
  if (coded) return coded;
  const answers = [json, graphqlResponse, eventStream, ...(hasPage && method === 'GET' ? ['text/html'] : [])];
  if (preferredType(headers.accept, answers) !== undefined) return undefined;
  return new HttpProblem(406, 'NOT_ACCEPTABLE', `Accept one of ${answers.join(', ')}`);
}

const unsupported = (title: string) => new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', title);

export const codingProblem = (contentEncoding?: string): HttpProblem | undefined =>
  isIdentity(contentEncoding) ? undefined : unsupported('Send the body without a content coding');

/** JSON in UTF-8, as RFC 8259 requires. */
export function isJson(contentType = ''): boolean {
  const { type, parameters } = parse(contentType);
  return /^application\/(graphql\+)?json$/.test(type) && /^utf-?8$/i.test(parameters.charset ?? 'utf-8');
}

const isIdentity = (contentEncoding = ''): boolean =>
  contentEncoding.split(',').every((coding) => /^(identity)?$/i.test(coding.trim()));
