import { createInterface } from 'node:readline';
import { endProcess, type KnownProcess } from './known-process.ts';

// Ends the processes of a stack when the stack itself is gone, however it went: its end closes this process's input,
// which names each of its processes, one a line; those that were there before this one are its argument. A stack that stops
// by itself leaves nothing to end.

const graceMs = 3_000;
const before = JSON.parse(process.argv[2] ?? '[]') as KnownProcess[];
const processes = new Map(before.map((known) => [known.name, known]));

for await (const line of createInterface({ input: process.stdin })) {
  const known = read(line);
  if (known) processes.set(known.name, known);
}
await Promise.allSettled([...processes.values()].map((known) => endProcess(known, graceMs)));

/** Undefined for a line that was cut short. */
function read(line: string): KnownProcess | undefined {
  try {
    return JSON.parse(line) as KnownProcess;
  } catch {
    return undefined;
  }
}
