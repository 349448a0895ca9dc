import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cloneRoot } from '../clone.ts';
import type { Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { unreadable } from '../problems/file-errors.ts';
import { notFound, usage } from '../problems/problems.ts';

type Options = { service?: string; follow?: boolean; lines?: string };

/** The names that other systems use. */
const otherNames: Readonly<Record<string, string>> = { app: 'gateway', temporal: 'engine', postgres: 'order-book' };

export const run: Run<Options> = async (context, { args: [named], options }) => {
  const given = named ?? options.service;
  const folder = join(resolve(cloneRoot(), context.env.WAYBILL_STATE_DIR || '.waybill'), 'logs');
  const wanted = given && (otherNames[given] ?? given).toLowerCase().replaceAll(/\W+/g, '-');
  const files = logsIn(folder).filter((file) => !wanted || file.startsWith(wanted));
  if (files.length === 0)
    throw notFound(
      'LOG_NOT_FOUND',
      `There is no log${given ? ` of ${given}` : ''} in ${folder}; choose one of ${logsIn(folder).join(', ') || 'none'}`,
    );
  const lines = Number(options.lines ?? 20);
  if (!Number.isInteger(lines) || lines < 0) throw usage(`-n: "${options.lines}" is not a number of lines`);
  const tails = files.map((file) =>
    openTail(join(folder, file), files.length > 1 ? `${file.replace('.log', '')}  ` : ''),
  );
  for (const tail of tails) tail.last(lines).map(context.output.terminal.say);
  if (options.follow) await followAll(context, tails);
  return undefined;
};

function logsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.log') && !name.endsWith('.previous.log'))
      .sort();
  } catch {
    return [];
  }
}

type Tail = ReturnType<typeof openTail>;

async function followAll({ output, signal }: Context, tails: readonly Tail[]): Promise<never> {
  for (;;) {
    for (const tail of tails) tail.more().map(output.terminal.say);
    await pause(250, undefined, { signal });
  }
}

const mostBytes = 256 * 1024;

/** Reads what is appended to a log. */
function openTail(file: string, prefix: string) {
  let at = 0;
  let rest = '';
  const read = (from: number): string => {
    let opened: number | undefined;
    try {
      opened = openSync(file, 'r');
      const { size } = fstatSync(opened);
      const start = size < from ? 0 : Math.max(from, size - mostBytes); // a restart begins a new log
      const bytes = Buffer.alloc(size - start);
      readSync(opened, bytes, 0, bytes.length, start);
      at = size;
      return bytes.toString();
    } catch (error) {
      return unreadable(file)(error as Error);
    } finally {
      if (opened !== undefined) closeSync(opened);
    }
  };
  const linesOf = (text: string): string[] => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    return lines.map((line) => prefix + line);
  };
  return {
    last: (count: number) => linesOf(read(0)).slice(count === 0 ? Number.POSITIVE_INFINITY : -count),
    more: () => linesOf(read(at)),
  };
}
