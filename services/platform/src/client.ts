import { createHash } from 'node:crypto';
import pg from 'pg';

/** Prepared statements per session; further ones are planned each time, so that a session's memory stays small. */
const statementsPrepared = 500;

/** How long a server may take to close a session. */
const goodbyeMs = 1_000;

/**
 * Prepares each statement with parameters once per session: parsing and planning are most of the cost of a small
 * statement. A server that does not respond cannot keep it from closing.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query = ((config: unknown, ...rest: unknown[]) => {
    if (isStatement(config) && Array.isArray(rest[0])) config.name ??= this.#nameOf(config.text);
    return (super.query as (...args: unknown[]) => unknown)(config, ...rest);
  }) as pg.Client['query'];

  override end = ((...then: []) => {
    const hangUp = setTimeout(() => this.connection.stream.destroy(), goodbyeMs);
    this.once('end', () => clearTimeout(hangUp));
    return super.end(...then);
  }) as pg.Client['end'];

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= statementsPrepared) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}

const isStatement = (config: unknown): config is { text: string; name?: string | undefined } =>
  typeof config === 'object' && config !== null && 'text' in config && !('submit' in config);
