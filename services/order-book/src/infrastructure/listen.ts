import pg from 'pg';
import type { FeedName } from '../domain/books.ts';
import { changesChannel } from './feed.ts';

export type Listening = { close: () => void };

type Ears = {
  connectionString: string;
  /** Called with the feed that has grown, or with none where any may have. */
  heard: (feed?: FeedName) => void;
  /** Called after a reconnect: it may be to another server. */
  again: () => Promise<void>;
  patienceMs: number;
};

const reconnectMs = 500;

/**
 * Calls `heard` whenever any process has changed the book, on a connection of its own. A connection that breaks, or
 * does not respond to a probe, is replaced, and `heard` is called then too: notifications in between are lost.
 */
export async function listenForChanges(ears: Ears): Promise<Listening> {
  let closed = false;
  let client = await listening(ears);

  const reconnectLater = () => setTimeout(reconnect, reconnectMs).unref();
  function reconnect(): void {
    if (closed) return;
    ears
      .again()
      .then(() => listening(ears))
      .then((next) => {
        client = next.once('end', reconnectLater);
        if (closed) hangUp(next);
      }, reconnectLater);
  }
  client.once('end', reconnectLater);

  return {
    close() {
      closed = true;
      hangUp(client);
    },
  };
}

async function listening({ connectionString, heard, patienceMs }: Ears): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ connectionString, keepAlive: true },
    ...{ connectionTimeoutMillis: patienceMs, statement_timeout: patienceMs, query_timeout: patienceMs },
  });
  client.on('notification', ({ payload }) => heard(feedIn(payload)));
  client.on('error', () => undefined); // the end of the connection follows, and is what counts
  try {
    await client.connect();
    await client.query(`listen ${changesChannel}`);
  } catch (error) {
    hangUp(client);
    throw error;
  }
  const asking = setInterval(() => client.query('select 1').catch(() => hangUp(client)), patienceMs).unref();
  client.once('end', () => clearInterval(asking));
  heard();
  return client;
}

/** A process of an older version names none. */
const feedIn = (payload: string | undefined): FeedName | undefined =>
  payload === 'orders' || payload === 'runs' ? payload : undefined;

/** Closes it without the closing message, which a silent server would not answer. */
const hangUp = (client: pg.Client) => void client.connection.stream.destroy();
