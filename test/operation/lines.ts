import type { Readable } from 'node:stream';

/** A process that never ends a line does not fill the memory. */
const longestLine = 1 << 20;

/** Receives each line of a stream when it is whole; a longer one than the limit in parts. */
export function eachLine(stream: Readable, receive: (line: string) => void, longest = longestLine): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) receive(line);
    if (rest.length < longest) return;
    receive(rest);
    rest = '';
  });
  stream.once('end', () => {
    if (rest) receive(rest);
  });
}
