import type { IncomingHttpHeaders } from 'node:http';
import type { ServiceEnv } from '@waybill/platform';
import { HttpProblem } from '@waybill/platform';
import type { Context } from 'hono';
import { codingProblem, isJson } from '../shared/media-types.ts';
import { fieldHint } from './name-hints.ts';
import { checked, invalid } from './parameters.ts';
import { repeatedKey } from './repeated-keys.ts';
import type { Route } from './route.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body of a request, validated by its route's shape; empty if none is needed. */
export async function readBody({ shape, isRequired }: NonNullable<Route['body']>, c: Context<ServiceEnv>) {
  const { headers } = c.env.incoming ?? { headers: {} };
  const problem = mediaProblem(headers, isRequired);
  if (problem) throw problem;
  const text = decoded(new Uint8Array(await c.req.arrayBuffer()));
  const value = text === '' && !isRequired ? {} : parsed(text);
  const repeated = repeatedKey(text);
  if (repeated) throw invalid([{ path: repeated, message: 'is given more than once' }]);
  return checked(shape, value, (name) => fieldHint(name, shape)) as Record<string, unknown>;
}

function mediaProblem(headers: IncomingHttpHeaders, isRequired: boolean): HttpProblem | undefined {
  const coded = codingProblem(headers['content-encoding']);
  if (coded) return coded;
  const type = headers['content-type'];
  if (type === undefined ? !isRequired && isEmpty(headers) : isJson(type)) return undefined;
  return new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8');
}

const isEmpty = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpProblem(400, 'INVALID_REQUEST', 'The body is not UTF-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([{ path: [], message: 'is not JSON' }]);
  }
}
