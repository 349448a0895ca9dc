import type { Need } from './needs.ts';

/** A test that needs more than Node and an engine, or takes longer than `npm test` may. */
export type Proof = {
  name: string;
  /** What it shows, in one sentence. */
  shows: string;
  needs: readonly Need[];
  /** The program and its arguments, run from the root of the repository. */
  command: readonly [string, ...string[]];
  env?: Record<string, string>;
};

/** The command of a proof that is a file of tests. */
export const vitest = (project: string, ...files: string[]): Proof['command'] => [
  'npx',
  'vitest',
  'run',
  '--project',
  project,
  ...files,
];

/** Leaves out of a run of tests what a proof of its own plays longer. */
export const without = (...files: string[]): string[] => files.flatMap((file) => ['--exclude', file]);
