import { errorOf, type Problem, Refused, retryAfterMs, Unauthenticated, Unavailable } from '../protocol/errors.ts';
import { abortable } from '../timing/abort.ts';

export type Fetch = typeof globalThis.fetch;

export type Post = {
  url: string;
  fetch: Fetch;
  token: string;
  headers: Record<string, string>;
  body: unknown;
  signal: AbortSignal;
};

/** Sends a POST with the token in a header, because URLs are logged. */
export async function post({ url, fetch, token, headers, body, signal }: Post): Promise<Response> {
  const all = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers };
  try {
    return await abortable(fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body), signal }), signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw new Unavailable('UNREACHABLE', `${url} cannot be reached${orOrigin(url)}`, { cause });
  }
}

/** A browser does not say whether the server was away or refused the origin of the page. */
function orOrigin(url: string): string {
  const { location } = globalThis as { location?: { origin: string } };
  return !location || url.startsWith(`${location.origin}/`)
    ? ''
    : ", or does not allow this page's origin (WAYBILL_ALLOWED_ORIGINS)";
}

export type Answer<Data> = { data?: Data | null | undefined; errors?: readonly Problem[] | undefined };

/**
 * Returns the GraphQL result of a response. A response without one, for example from a proxy, becomes an error by its
 * status.
 */
export async function answerIn<Data>(response: Response, signal: AbortSignal): Promise<Answer<Data>> {
  const text = await abortable(response.text(), signal).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new Unavailable('UNREACHABLE', 'The response was cut off', { cause });
  });
  const answer = parsed(text);
  if (answer && ('data' in answer || 'errors' in answer)) return answer as Answer<Data>;
  throw errorByStatus(response);
}

/** Returns the data of a result without errors. */
export function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors?.length || !data) throw errorOf(errors ?? []);
  return data;
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function errorByStatus({ status, headers, url }: Response): Error {
  const where = !url || /\/graphql($|\?)/.test(url) ? '' : `: ${url} should end in /graphql`;
  const message = `The response is not GraphQL, its status is ${status}${where}`;
  const code = `HTTP_${status}`;
  if (status === 401) return new Unauthenticated('UNAUTHENTICATED', message);
  if (status !== 429 && status < 500) return new Refused(code, message);
  return new Unavailable(code, message, { retryAfterMs: retryAfterMs(headers.get('retry-after')) });
}
