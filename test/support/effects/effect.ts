import type { Environment, Reader, table } from '@waybill/contracts/settings';

type Table = typeof table;
/** Those who run. What only tests and examples read is seen where it is read. */
export type Running = Exclude<Reader, 'tests' | 'clients'>;
type RunningReaderOf<Name extends keyof Table> = Extract<Table[Name]['by'][number], Running>;
export type Name = { [N in keyof Table]: [RunningReaderOf<N>] extends [never] ? never : N }[keyof Table];

/** The effects of settings: in the parts of the real process, or in its behaviour. */
export type Observe = (env: Environment) => unknown;

/** A value of a setting, with required other settings, and its effect in each reader. */
export type Effect<N extends Name = Name> = {
  given: string;
  beside?: Environment;
  on: Record<RunningReaderOf<N>, readonly [observe: Observe, seen: unknown]>;
};

/** One for every setting: a new one without its effect does not compile. */
export type Effects<Names extends Name = Name> = { [N in Names]: Effect<N> };
