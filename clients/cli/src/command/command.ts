import type { ExitCode } from '../problems/exit-codes.ts';
import type { Context } from './context.ts';
import type { OptionRow } from './option-row.ts';

/** The arguments of a call in their order, and its options by name. */
export type Call<Options> = { args: readonly string[]; options: Options };

export type Run<Options> = (context: Context, call: Call<Options>) => Promise<ExitCode | undefined>;

/** What help, completion and the README say about a command. */
export type CommandRow = {
  /** The words of the command: "chaos set". */
  name: string;
  means: string;
  alias?: string;
  /** In commander's notation: "<id...>". */
  args?: string;
  /** Words that a shell completes for its arguments. */
  words?: readonly string[];
  options?: readonly OptionRow[];
  example: string;
  /** What is written to stdout with `-o json`, or with `-o jsonl` for a stream. */
  prints: string;
  /** Names that --fields may begin with, checked before the command does anything. */
  fields: readonly string[] | 'of its document';
  load: () => Promise<{ run: Run<never> }>;
};
