import { type Answer, answerIn, dataOf, type Fetch, post } from '../http/http.ts';
import type { Tokens } from '../http/tokens.ts';
import { errorOf, Refused, TokenRefused, Unauthenticated, Unavailable } from '../protocol/errors.ts';
import { abortable, type Scope } from '../timing/abort.ts';
import { createDeadline } from '../timing/deadline.ts';
import { readEvents } from './event-stream.ts';
import type { Operation, Transport } from './transport.ts';

type SseTransportOptions = {
  url: string;
  fetch: Fetch;
  tokens: Tokens;
  silenceMs: number;
  now: () => number;
  scope: Scope;
  onAccepted: () => void;
};

/** A token that was never valid is refused within the stream as well, but immediately. */
const refusedWithinMs = 1_000;

/** Server-sent events: one request for each stream. */
export function createSseTransport(options: SseTransportOptions): Transport {
  const { tokens, silenceMs, scope } = options;
  const subscribe: Transport['subscribe'] = async (operation, deliver, cancelled) => {
    const token = await abortable(tokens.current(), cancelled);
    const { controller, signal, leave } = scope.enter(cancelled);
    const silence = createDeadline(silenceMs, () => controller.abort(silent()));
    const acceptance = createAcceptance(options);
    try {
      silence.start();
      await receive({ ...options, token, acceptance, heard: silence.start }, operation, deliver, signal);
    } catch (error) {
      cancelled.throwIfAborted();
      if (!(error instanceof Unauthenticated)) throw asFailure(error);
      await abortable(tokens.refused(token), cancelled);
      throw new TokenRefused(error, acceptance.given());
    } finally {
      silence.stop();
      leave();
    }
  };
  return { subscribe, close: () => undefined };
}

type Reception = SseTransportOptions & { token: string; acceptance: Acceptance; heard: () => void };

async function receive<Data>(
  { url, fetch, token, acceptance, heard }: Reception,
  operation: Operation,
  deliver: (data: Data) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await post({
    url,
    fetch,
    token,
    signal,
    headers: { accept: 'text/event-stream', ...lastEventIdOf(operation) },
    body: { query: operation.query, variables: operation.variables() },
  });
  const stream = await streamIn(response, signal);
  acceptance.opened();
  for await (const { event, data, id } of readEvents(stream, heard, signal)) {
    if (event === 'complete') return;
    if (event !== 'next') continue;
    const result = dataOf(JSON.parse(data) as Answer<Data>);
    acceptance.give();
    deliver(result);
    signal.throwIfAborted(); // a result that was not taken is requested again
    if (id !== undefined) operation.lastEventId = id;
  }
  throw asFailure();
}

type Acceptance = ReturnType<typeof createAcceptance>;

/** Whether the server has accepted the token: it has sent a result, or has not refused it for a while. */
function createAcceptance({ now, onAccepted }: SseTransportOptions) {
  let openedAt: number | undefined;
  let accepted = false;
  return {
    opened: () => {
      openedAt = now();
      onAccepted();
    },
    give: () => {
      accepted = true;
    },
    given: () => accepted || (openedAt !== undefined && now() - openedAt > refusedWithinMs),
  };
}

const silent = () => new Unavailable('SILENT', 'The stream went silent');

/** Any error that does not come from the gateway means that the stream was cut off. */
const asFailure = (error?: unknown): Error =>
  error instanceof Refused || error instanceof Unavailable
    ? error
    : new Unavailable('CUT', 'The stream was cut off', error === undefined ? {} : { cause: error });

const lastEventIdOf = ({ lastEventId }: Operation): Record<string, string> =>
  lastEventId === undefined ? {} : { 'last-event-id': lastEventId };

async function streamIn(response: Response, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const { headers, body } = response;
  if (body && headers.get('content-type')?.startsWith('text/event-stream')) return body;
  const { errors = [] } = await answerIn(response, signal);
  throw errorOf(errors);
}
