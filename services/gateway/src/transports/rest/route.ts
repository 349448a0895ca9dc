import type { z } from '@hono/zod-openapi';
import type { GraphQLInputType } from 'graphql';
import type { ServerContext } from '../../execution/context.ts';
import type { InProcess } from '../../execution/in-process.ts';
import type { LimitPerUser } from '../../execution/limits/limit-per-user.ts';
import type { Operation } from './shapes/operation.ts';

/** A request with validated parameters and body. */
export type Call = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  /** Path and query, as they were sent. */
  url: string;
  /** Takes names in lower case. */
  header: (name: string) => string | undefined;
  context: ServerContext;
  /** Aborted when the client has gone or the gateway stops. */
  signal: () => AbortSignal;
};

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };

/** The response of a route. */
export type Tools = InProcess & { connections: LimitPerUser; now: () => Date };

export type Answer = (call: Call, tools: Tools) => Promise<Reply | Response>;

export type ResponseDescription = {
  description: string;
  shape?: z.ZodType;
  mediaType?: string;
  headers?: Record<string, string>;
};

/** Alternative spellings of values, by parameter. */
export type Spellings = Record<string, Record<string, string>>;

/** One row of the table of routes: its request, its responses, and its implementation. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with parameters in braces. */
  path: string;
  /** Whether the path is absolute. */
  atRoot?: true;
  tag: string;
  summary: string;
  description?: string;
  /** For an alias of another system: the equivalent route. */
  insteadUse?: string;
  query?: Record<string, GraphQLInputType>;
  /** Other spellings of the values of a parameter. */
  spellings?: Spellings;
  /** Headers that change the response, with their descriptions. */
  headers?: Record<string, string>;
  body?: { shape: z.ZodType; isRequired: boolean };
  /** The root field of the API, whose authorization is checked before the request is validated. */
  field: Operation['field'];
  responses: Record<number, ResponseDescription>;
  answer: Answer;
};

/** The whole path of a route. */
export const pathOfRoute = ({ path, atRoot }: Pick<Route, 'path' | 'atRoot'>): string =>
  atRoot ? path : `/api/v1${path}`;
