import type { Environment, Reader, table } from '@waybill/contracts/settings';

type Table = typeof table;
/** Those who run. What only tests and examples read is seen where it is read. */
export type Running = Exclude<Reader, 'tests' | 'clients'>;
type RunningReaderOf<Name extends keyof Table> = Extract<Table[Name]['by'][number], Running>;
export type Name = { [N in keyof Table]: [RunningReaderOf<N>] extends [never] ? never : N }[keyof Table];

/** What comes of settings where they take effect: in what the real process is made of, or in what it then does. */
export type Observe = (env: Environment) => unknown;

/** A setting that is given, with what must stand beside it, and what each that reads it makes of that. */
export type Effect<N extends Name = Name> = {
  given: string;
  beside?: Environment;
  on: Record<RunningReaderOf<N>, readonly [observe: Observe, seen: unknown]>;
};

/** One for every setting: a new one without its effect is no program. */
export type Effects<Names extends Name = Name> = { [N in Names]: Effect<N> };
