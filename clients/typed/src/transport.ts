import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** A subscription. Each attempt reads its variables anew, so that it resumes where the one before was cut. */
export type Operation<Data, Variables> = {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: () => Variables;
  /** Of the last server-sent event; a WebSocket has none. */
  lastEventId?: string;
};

/**
 * Streams a subscription until the server completes it or the signal is aborted. Throws `Unavailable` when it is cut,
 * `TokenRefused` when its token is refused, and `Refused` when a retry cannot succeed.
 */
export type Transport = {
  follow<Data, Variables>(
    followed: Operation<Data, Variables>,
    cancelled: AbortSignal,
  ): AsyncGenerator<Data, void, void>;
  close(): void;
};
