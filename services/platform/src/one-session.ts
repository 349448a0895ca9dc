import pg from 'pg';

/**
 * Stands for a pool where there is one session. Single statements are sent without waiting for the answers of those before,
 * each its own transaction; whoever connects has the session alone until it is released.
 */
export class OneSessionPool extends pg.Pool {
  readonly #client: pg.Client;
  /** Resolves when the session is given back; undefined while nobody has it alone. */
  #returned: Promise<void> | undefined;

  constructor(client: pg.Client) {
    super();
    this.#client = client;
    client.on('error', (error) => this.emit('error', error, client));
  }

  override query = (async (...statement: Parameters<pg.Client['query']>) => {
    while (this.#returned !== undefined) await this.#returned;
    return this.#client.query(...statement);
  }) as unknown as pg.Pool['query'];

  /** What was sent before is answered before: nobody's statement gets into what begins now. */
  override connect = (async () => {
    while (this.#returned !== undefined) await this.#returned;
    let giveBack = () => {};
    this.#returned = new Promise((resolve) => {
      giveBack = resolve;
    });
    const release = () => {
      this.#returned = undefined;
      giveBack();
    };
    return Object.assign(this.#client, { release });
  }) as pg.Pool['connect'];

  override end = (() => this.#client.end()) as pg.Pool['end'];
}
