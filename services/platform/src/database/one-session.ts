import pg from 'pg';

type Release = (spoiled?: unknown) => void;

/**
 * The interface of a pool over a single session. Single statements are pipelined, each in its own transaction;
 * `connect` gives exclusive use of the session until it is released. A session that broke, or is released with an
 * error, is replaced before its next use.
 */
export class OneSessionPool extends pg.Pool {
  readonly #open: () => Promise<pg.Client>;
  #client: pg.Client | undefined;
  #opening: Promise<void> | undefined;
  /** Resolves when the session is released; undefined while nobody has exclusive use of it. */
  #returned: Promise<void> | undefined;
  /** True when a session broke and could not be replaced. */
  broken = false;

  readonly #check: () => void;

  /** `check` throws while the session cannot be used. */
  constructor(open: () => Promise<pg.Client>, check: () => void = () => undefined) {
    super({ max: 1 });
    this.#open = open;
    this.#check = check;
  }

  override query = (async (...statement: Parameters<pg.Client['query']>) => {
    let session = this.#session();
    for (; session instanceof Promise; session = this.#session()) await session;
    this.#check();
    return session.query(...statement);
  }) as unknown as pg.Pool['query'];

  /** Earlier statements are answered first: none of them becomes part of the transaction that begins now. */
  override connect = (async () => {
    let session = this.#session();
    for (; session instanceof Promise; session = this.#session()) await session;
    this.#check();
    return Object.assign(session, { release: this.#lend(session) });
  }) as pg.Pool['connect'];

  override end = (async () => this.#client?.end()) as pg.Pool['end'];

  /** The session if it can be used at once, else a promise to await before trying again. */
  #session(): pg.Client | Promise<void> {
    return this.#returned ?? this.#client ?? this.#renew();
  }

  #lend(session: pg.Client): Release {
    let giveBack = () => {};
    this.#returned = new Promise((resolve) => {
      giveBack = resolve;
    });
    this.emit('acquire', session);
    return (spoiled) => {
      if (spoiled) this.#discard(session);
      this.#returned = undefined;
      giveBack();
      this.emit('release', spoiled, session);
    };
  }

  #renew(): Promise<void> {
    const opened = (client: pg.Client) => {
      this.#client = client.once('end', () => this.#forget(client));
      this.broken = false;
    };
    const failed = (error: unknown) => {
      this.broken = true;
      throw error;
    };
    this.#opening ??= this.#open()
      .then(opened, failed)
      .finally(() => {
        this.#opening = undefined;
      });
    return this.#opening;
  }

  #discard(client: pg.Client): void {
    this.#forget(client);
    client.connection.stream.destroy();
  }

  #forget(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
  }
}
