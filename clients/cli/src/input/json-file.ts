import { readFile } from 'node:fs/promises';
import type { Context } from '../command/context.ts';
import { unreadable } from '../problems/file-errors.ts';
import { usage } from '../problems/problems.ts';

/** Parses a JSON file (- reads stdin); a syntax error names its line. */
export async function readJson({ readStdin }: Pick<Context, 'readStdin'>, file: string): Promise<unknown> {
  const text = file === '-' ? await readStdin() : await readFile(file, 'utf8').catch(unreadable(`--file: ${file}`));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage(`${file === '-' ? 'stdin' : file} is not JSON${lineIn(text, error as Error)}`);
  }
}

/** Newer versions of Node give the line, older ones the character position. */
function lineIn(text: string, { message }: Error): string {
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.trimEnd().length : Number(position));
  return ` in line ${line ?? before.split('\n').length}: ${message.replace(/ in JSON.*$/, '')}`;
}
