import type { Driver } from './driver.ts';

export type RestResponse = { status: number; body: Record<string, unknown>; headers: Record<string, string> };

type Sent = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };

export type RestDriver = ReturnType<typeof restAt>;

const isSentAsItIs = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** A REST client of a gateway, with the token of its driver. */
export function restAt({ url, authorization }: Pick<Driver, 'url' | 'authorization'>, under = '/api/v1') {
  const send = async (method: string, path: string, { body, headers = {}, signal }: Sent = {}): Promise<Response> =>
    fetch(`${url}${under}${path}`, {
      method,
      headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isSentAsItIs(body) ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });

  const request = async (method: string, path: string, sent: Sent = {}): Promise<RestResponse> => {
    const response = await send(method, path, sent);
    const text = await response.text();
    return {
      status: response.status,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      headers: Object.fromEntries(response.headers),
    };
  };

  return {
    send,
    request,
    get: (path: string, headers: Record<string, string> = {}) => request('GET', path, { headers }),
    post: (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      request('POST', path, { body, headers }),
    put: (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      request('PUT', path, { body, headers }),
    delete: (path: string) => request('DELETE', path),
  };
}
