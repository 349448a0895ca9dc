import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';

/** How a command is called: its arguments in their sequence, its options by name. */
export type Call<Options> = { args: readonly string[]; options: Options };

export type Run<Options> = (context: Context, call: Call<Options>) => Promise<ExitCode | undefined>;

/** An option: its flags as commander writes them, what it means, and what it may be. */
export type OptionRow = {
  flags: string;
  means: string;
  choices?: readonly string[];
  repeats?: boolean;
  required?: boolean;
  /** Whether an empty value means something. */
  mayBeEmpty?: boolean;
};

/** What help, completion and README say of a command. */
export type CommandRow = {
  /** Its words: "chaos set". */
  name: string;
  means: string;
  alias?: string;
  /** As commander writes them: "<id...>". */
  args?: string;
  options?: readonly OptionRow[];
  example: string;
  /** What stdout holds with `-o json`, or with `-o jsonl` for a stream. */
  prints: string;
  load: () => Promise<{ run: Run<never> }>;
};
