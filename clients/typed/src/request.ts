import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { Unauthenticated } from './errors.ts';
import { answerIn, dataOf, type Fetch, post } from './http.ts';
import type { Tokens } from './tokens.ts';

export type RequestOptions = {
  /** Makes a mutation safe to send again: the same key and content is the same order. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

type RequestContext = { url: string; fetch: Fetch; tokens: Tokens; closed: AbortSignal };

/** Sends an operation over HTTP. A token that is refused is renewed once. */
export const createRequest =
  ({ url, fetch, tokens, closed }: RequestContext) =>
  async <Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    { idempotencyKey, signal }: RequestOptions = {},
  ): Promise<Data> => {
    const asked = {
      url,
      fetch,
      headers: { accept: 'application/json', ...(idempotencyKey && { 'idempotency-key': idempotencyKey }) },
      body: { query: print(document), variables },
      signal: signal ? AbortSignal.any([closed, signal]) : closed,
    };
    const once = async (token: string) => dataOf(await answerIn<Data>(await post({ ...asked, token })));

    const token = await tokens.current();
    try {
      return await once(token);
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      await tokens.refused(token);
      return once(await tokens.current());
    }
  };
