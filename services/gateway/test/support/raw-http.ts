import { expect } from 'vitest';
import type { Driver } from './driver.ts';

export const query = '{ viewer { role } }';
export const told = { data: { viewer: { role: 'OPERATOR' } } };

/** One query over HTTP, with the headers and the body that a test gives. */
export const createRawHttp = (gateway: () => Driver) => ({
  post: (headers: Record<string, string>, body: BodyInit = JSON.stringify({ query })) =>
    fetch(gateway().endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...gateway().authorization, ...headers },
      body,
    }),

  get: (headers: Record<string, string>) =>
    fetch(`${gateway().endpoint}?query=${encodeURIComponent(query)}`, {
      headers: { ...gateway().authorization, ...headers },
    }),
});

/** A refusal as problem+json: its status, type and code. */
export const problem = async (answer: Response) => {
  const body = await answer.json();
  expect(body).toEqual({
    type: 'about:blank',
    title: expect.any(String),
    status: answer.status,
    code: expect.any(String),
    correlationId: answer.headers.get('x-correlation-id'),
  });
  return [answer.status, answer.headers.get('content-type'), (body as { code: string }).code];
};
