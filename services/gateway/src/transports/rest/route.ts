import type { z } from '@hono/zod-openapi';
import type { GraphQLInputType } from 'graphql';
import type { ServerContext } from '../../execution/context.ts';
import type { InProcess } from '../../execution/in-process.ts';
import type { ConnectionCount } from '../../execution/limits/connection-count.ts';
import type { Operation } from './shapes/operation.ts';

/** A request whose parameters and body have the shape that its route gives them. */
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

/** What routes answer with. */
export type Tools = InProcess & { connections: ConnectionCount; now: () => Date };

export type Answer = (call: Call, tools: Tools) => Promise<Reply | Response>;

export type ResponseDescription = {
  description: string;
  shape?: z.ZodType;
  mediaType?: string;
  headers?: Record<string, string>;
};

/** By parameter, what each of these spellings means. */
export type Spellings = Record<string, Record<string, string>>;

/** One row of the table: what a request is made of, what it can be answered with, and how. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with parameters in braces. */
  path: string;
  /** Whether the path is below nothing. */
  atRoot?: true;
  tag: string;
  summary: string;
  description?: string;
  /** Of an alias that others are used to: the route that says the same. */
  insteadUse?: string;
  query?: Record<string, GraphQLInputType>;
  /** Other spellings of the values of a parameter. */
  spellings?: Spellings;
  /** Headers that change the response, each with what it does. */
  headers?: Record<string, string>;
  body?: { shape: z.ZodType; isRequired: boolean };
  /** The field of the API that it asks for first: who may not is told so before anything is said of the request. */
  field: Operation['field'];
  responses: Record<number, ResponseDescription>;
  answer: Answer;
};
