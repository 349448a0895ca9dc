import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements beyond these are planned anew each time, so that a session's memory stays small. */
const statementsPrepared = 500;

/** How long a server may take to say goodbye. */
const goodbyeMs = 1_000;

/**
 * Has each statement with parameters parsed and planned once a session, which is most of what a small one costs. A server
 * that is silent does not keep it from ending.
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
