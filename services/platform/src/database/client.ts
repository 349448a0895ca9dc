import { createHash } from 'node:crypto';
import { isTracing } from '@waybill/tracing';
import pg from 'pg';
import type { ObserveStatement } from './database-metrics.ts';
import { traceStatement } from './statement-spans.ts';

/** Prepared statements per session; further ones are planned each time, so that a session's memory stays small. */
const statementsPrepared = 500;

/** How long a server may take to close a session. */
const goodbyeMs = 1_000;

type PreparingConfig = pg.ClientConfig & { observe?: ObserveStatement | undefined };

/**
 * Prepares each statement with parameters once per session: parsing and planning are most of the cost of a small
 * statement. A server that does not respond cannot keep it from closing.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();
  readonly #observe: ObserveStatement | undefined;
  readonly #trace = isTracing() ? traceStatement : undefined;

  constructor({ observe, ...config }: PreparingConfig = {}) {
    super(config);
    this.#observe = observe;
  }

  override query = ((config: unknown, ...rest: unknown[]) => {
    if (isStatement(config) && Array.isArray(rest[0])) config.name ??= this.#nameOf(config.text);
    const query = super.query as (...args: unknown[]) => unknown;
    const text = this.#observe || this.#trace ? textOf(config) : undefined;
    if (text === undefined) return query.call(this, config, ...rest);
    const ended = this.#timing(text);
    const then = rest.at(-1);
    if (typeof then !== 'function') return observed(query.call(this, config, ...rest) as Promise<unknown>, ended);
    const observe = (error: unknown, ...result: unknown[]) => {
      ended(error ? 'error' : 'ok');
      then(error, ...result);
    };
    return query.call(this, config, ...rest.slice(0, -1), observe);
  }) as pg.Client['query'];

  override end = ((...then: []) => {
    const hangUp = setTimeout(() => this.connection.stream.destroy(), goodbyeMs);
    this.once('end', () => clearTimeout(hangUp));
    return super.end(...then);
  }) as pg.Client['end'];

  #timing(text: string): (outcome: 'ok' | 'error') => void {
    const startedAt = performance.now();
    const endSpan = this.#trace?.(text);
    return (outcome) => {
      this.#observe?.(text, outcome, startedAt);
      endSpan?.(outcome);
    };
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= statementsPrepared) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}

const textOf = (config: unknown): string | undefined =>
  typeof config === 'string' ? config : isStatement(config) ? config.text : undefined;

function observed(result: Promise<unknown>, ended: (outcome: 'ok' | 'error') => void): Promise<unknown> {
  result.then(
    () => ended('ok'),
    () => ended('error'),
  );
  return result;
}

const isStatement = (config: unknown): config is { text: string; name?: string | undefined } =>
  typeof config === 'object' && config !== null && 'text' in config && !('submit' in config);
