import pg from 'pg';
import { changesChannel } from './feed.ts';

export type Listening = { close: () => Promise<void> };

const reconnectMs = 500;

/**
 * Calls `heard` whenever any process has changed the book, on a connection of its own. A connection that breaks is
 * replaced, and `heard` is called then too: what was said meanwhile is lost.
 */
export async function listenForChanges(connectionString: string, heard: () => void): Promise<Listening> {
  let closed = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString, keepAlive: true });
    next.on('notification', heard);
    next.on('error', () => undefined); // what counts is the end of the connection, which follows
    await next.connect();
    await next.query(`listen ${changesChannel}`);
    next.once('end', () => setTimeout(reconnect, reconnectMs).unref());
    heard();
    return next;
  }

  function reconnect(): void {
    if (closed) return;
    connect().then(
      (next) => {
        client = next;
        if (closed) void client.end();
      },
      () => setTimeout(reconnect, reconnectMs).unref(),
    );
  }

  return {
    close() {
      closed = true;
      return client.end();
    },
  };
}
