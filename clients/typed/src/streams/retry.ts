import { Refused, TokenRefused, Unauthenticated, Unavailable } from '../protocol/errors.ts';
import { abortable, type Scope } from '../timing/abort.ts';
import type { Reconnection } from './connection.ts';
import type { Mailbox } from './mailbox.ts';

export type Attempt<Data> = (deliver: (data: Data) => void, signal: AbortSignal) => Promise<void>;

type RetryOptions<Data> = {
  attempt: Attempt<Data>;
  /** Whether there is room for more. */
  deliver: (data: Data) => boolean;
  mailbox: Pick<Mailbox<unknown>, 'drained'>;
  reconnection: Reconnection;
  scope: Scope;
};

/**
 * Retries a stream until the server completes it. Each attempt resumes where the previous one ended. A token that was
 * accepted before has expired when it is refused, and is renewed each time; one that was never accepted is renewed
 * once.
 */
export async function withRetries<Data>(options: RetryOptions<Data>, signal: AbortSignal): Promise<void> {
  const { mailbox, reconnection } = options;
  let renewed = false;
  for (;;) {
    try {
      const end = await attemptOnce(options, signal, () => {
        renewed = false;
      });
      if (end === 'complete') return;
      await abortable(mailbox.drained(), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TokenRefused && !(renewed && !error.accepted)) {
        if (renewed) await reconnection.wait(0, signal);
        renewed = true;
      } else if (error instanceof Unavailable) {
        await reconnection.wait(error.retryAfterMs, signal);
      } else {
        throw reported(error instanceof TokenRefused ? error.error : error, reconnection);
      }
    }
  }
}

/** Makes one attempt, which ends early when there is no room for its results. */
async function attemptOnce<Data>(
  { attempt, deliver, reconnection, scope }: RetryOptions<Data>,
  signal: AbortSignal,
  succeeded: () => void,
): Promise<'complete' | 'full'> {
  const { controller, leave } = scope.enter(signal);
  let full = false;
  const take = (data: Data) => {
    if (full) return;
    succeeded();
    reconnection.succeeded();
    full = !deliver(data);
    if (full) controller.abort();
  };
  try {
    reconnection.tried();
    await attempt(take, controller.signal);
    return 'complete';
  } catch (error) {
    if (full && !signal.aborted) return 'full';
    throw error;
  } finally {
    leave();
  }
}

/** An error of one operation shows that the connection works; any other error ends it. */
function reported(error: unknown, reconnection: Reconnection): unknown {
  const isOfOperation = error instanceof Refused && error.problems.length > 0 && !(error instanceof Unauthenticated);
  if (isOfOperation) reconnection.succeeded();
  else reconnection.close(error instanceof Error ? error : new Error(String(error)));
  return error;
}
