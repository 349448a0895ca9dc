import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** What is followed. Each try reads it anew, so that it goes on where the one before was cut. */
export type Operation<Data, Variables> = {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: () => Variables;
  /** Of the last server-sent event; a WebSocket has none. */
  lastEventId?: string;
};

/**
 * A way to follow something: until the server completes it or the signal is aborted. Throws `Unavailable` when it is cut,
 * `TokenRefused` over its token, and `Refused` when there is no sense in trying again.
 */
export type Transport = {
  follow<Data, Variables>(followed: Operation<Data, Variables>, left: AbortSignal): AsyncGenerator<Data, void, void>;
  close(): void;
};
