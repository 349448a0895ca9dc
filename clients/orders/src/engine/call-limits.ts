import type { Client } from '@temporalio/client';

/** The limits of a call: it fails after `withinMs`, or when `signal` is aborted. */
export type CallLimits = { withinMs: number; signal?: AbortSignal | undefined };

export type Limited = ReturnType<typeof createLimits>;

/** Runs a call of this connection within its limits. */
export const createLimits =
  (connection: Client['connection']) =>
  async <T>({ withinMs, signal }: CallLimits, call: () => Promise<T>): Promise<T> => {
    const within = () => connection.withDeadline(Date.now() + withinMs, call);
    if (!signal) return within();
    signal.throwIfAborted();
    // The connection never removes its listener from a signal: each call gets a signal of its own.
    const own = new AbortController();
    const abort = () => own.abort();
    signal.addEventListener('abort', abort);
    try {
      return await connection.withAbortSignal(own.signal, within);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  };
