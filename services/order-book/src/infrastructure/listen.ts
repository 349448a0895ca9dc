import pg from 'pg';
import type { FeedName } from '../domain/books.ts';
import { changesChannel } from './feed.ts';

export type Listening = { close: () => void };

type ListenOptions = {
  connectionString: string;
  /** Called with the feed that has new changes, or without one if any feed may have some. */
  onChange: (feed?: FeedName) => void;
  /** Called after a reconnect: it may be to another server. */
  onReconnect: () => Promise<void>;
  patienceMs: number;
};

const reconnectMs = 500;

/**
 * Calls `onChange` whenever any process has changed the book, on a connection of its own. A connection that breaks, or
 * does not respond to a probe, is replaced, and `onChange` is called then too: notifications in between are lost.
 */
export async function listenForChanges(options: ListenOptions): Promise<Listening> {
  let closed = false;
  let client = await listening(options);

  const reconnectLater = () => setTimeout(reconnect, reconnectMs).unref();
  function reconnect(): void {
    if (closed) return;
    options
      .onReconnect()
      .then(() => listening(options))
      .then((next) => {
        client = next.once('end', reconnectLater);
        if (closed) disconnect(next);
      }, reconnectLater);
  }
  client.once('end', reconnectLater);

  return {
    close() {
      closed = true;
      disconnect(client);
    },
  };
}

async function listening({ connectionString, onChange, patienceMs }: ListenOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs,
    query_timeout: patienceMs,
  });
  client.on('notification', ({ payload }) => onChange(feedIn(payload)));
  client.on('error', () => undefined); // the end of the connection follows, and is what counts
  try {
    await client.connect();
    await client.query(`listen ${changesChannel}`);
  } catch (error) {
    disconnect(client);
    throw error;
  }
  const asking = setInterval(() => client.query('select 1').catch(() => disconnect(client)), patienceMs).unref();
  client.once('end', () => clearInterval(asking));
  onChange();
  return client;
}

/** A process of an older version names none. */
const feedIn = (payload: string | undefined): FeedName | undefined =>
  payload === 'orders' || payload === 'runs' ? payload : undefined;

/** Closes it without the closing message, which a silent server would not answer. */
const disconnect = (client: pg.Client) => void client.connection.stream.destroy();
