/** A subscription. Each attempt reads its variables again, so that it resumes where the previous one was cut. */
export type Operation = {
  readonly query: string;
  readonly variables: () => unknown;
  /** The id of the last server-sent event; a WebSocket has none. */
  lastEventId?: string;
};

/**
 * Delivers the results of a subscription until the server completes it. Rejects with `Unavailable` when it is cut, with
 * `TokenRefused` when its token is refused, with `Refused` when a retry cannot succeed, and immediately when the signal
 * is aborted.
 */
export type Transport = {
  subscribe<Data>(operation: Operation, deliver: (data: Data) => void, signal: AbortSignal): Promise<void>;
  close(): void;
};
