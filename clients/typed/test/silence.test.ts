import { connect } from '@waybill/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// With the client's own defaults, on a clock that the test moves.

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each(['ws', 'sse'] as const)(
  'over %s, a network that goes silent is noticed within thirty seconds',
  async (transport) => {
    const client = connect({
      url: 'http://shop.test/graphql',
      token: 't',
      transport,
      fetch: silentStream,
      WebSocket: Acknowledging,
    });
    const seen: string[] = [];
    client.connection.subscribe(() => void seen.push(client.connection.state.status));
    const events = client.orders.events('ORD-1');
    const ended = events.next().catch(() => undefined);
    await vi.waitUntil(() => seen.includes('live'), 30_000);

    await vi.advanceTimersByTimeAsync(30_000);

    expect(seen).toContain('reconnecting');
    client.close();
    await ended;
  },
);

/** A stream that is opened, and says nothing. */
const silentStream = async () =>
  new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } });

/** A socket whose handshake succeeds, and that then hears nothing more. */
class Acknowledging extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = 1;
  constructor() {
    super();
    queueMicrotask(() => this.#happens('open'));
  }
  send(message: string): void {
    if (JSON.parse(message).type === 'connection_init') this.#happens('message', { data: '{"type":"connection_ack"}' });
  }
  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#happens('close', { code, reason, wasClean: true });
  }
  #happens(type: string, what: object = {}): void {
    const event = Object.assign(new Event(type), what);
    queueMicrotask(() =>
      (this as unknown as Record<string, ((event: Event) => void) | undefined>)[`on${type}`]?.(event),
    );
  }
}
