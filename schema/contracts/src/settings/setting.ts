import type { Kind } from './kinds.ts';

/** The readers of settings: the processes of the product, `npm start`, tests and clients. */
export type Reader = 'gateway' | 'chaos' | 'order-book' | 'worker' | 'stack' | 'tests' | 'clients';

export type Setting = {
  is: Kind<unknown>;
  by: readonly Reader[];
  /** The default as it would be written; a setting without one may be absent. */
  default?: string;
  /** The value that `npm start` sets instead of the default. */
  underStart?: string;
  /** Aliases from other order systems. An alias that ends in `_SECONDS` takes a whole number of seconds. */
  aliases?: readonly string[];
  /** One line for docs/settings.md: what it sets. */
  means: string;
};

export type Settings = Readonly<Record<string, Setting>>;
