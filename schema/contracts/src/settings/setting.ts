import type { Kind } from './kinds.ts';

/** Who reads settings: the processes of the product, `npm start`, and what only tests and clients read. */
export type Reader = 'gateway' | 'chaos' | 'order-book' | 'worker' | 'stack' | 'tests' | 'clients';

export type Setting = {
  is: Kind<unknown>;
  by: readonly Reader[];
  /** As it would be written; without one the setting may be absent. */
  default?: string;
  /** What `npm start` sets where nothing is given, in place of the default. */
  underStart?: string;
  /** Names that users of other order systems know it by. One that ends in `_SECONDS` is a whole number of them. */
  aliases?: readonly string[];
  /** One line for docs/settings.md: what it sets. */
  means: string;
};

export type Settings = Readonly<Record<string, Setting>>;
