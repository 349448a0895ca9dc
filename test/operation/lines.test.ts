import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { eachLine } from './lines.ts';

const digits = '0123456789'.repeat(3);

test('a line that one process writes in two parts is not torn by what another writes in between', async () => {
  const lines = await readFrom((gateway, worker) => {
    gateway.write('{"service":"gate');
    worker.write('{"service":"worker"}\n');
    gateway.write('way"}\n');
  });

  expect(lines.map((line) => JSON.parse(line))).toEqual([{ service: 'worker' }, { service: 'gateway' }]);
});

test('a character that comes in two parts is read as one', async () => {
  const [start, end] = [Buffer.from('5 €\n').subarray(0, 3), Buffer.from('5 €\n').subarray(3)];

  const lines = await readFrom((gateway) => {
    gateway.write(start);
    gateway.write(end);
  });

  expect(lines).toEqual(['5 €']);
});

test('the last words of a process are kept, although it ends within a line', async () => {
  expect(await readFrom((gateway) => gateway.write('started\ncannot go'))).toEqual(['started', 'cannot go']);
});

test('a line without an end comes in parts, and the next line is whole', async () => {
  const lines = await readFrom((gateway) => {
    gateway.write(digits);
    gateway.write('end\nnext\n');
  });

  expect(lines).toEqual([digits, 'end', 'next']);
});

/** The lines of two processes, in the order in which they are received; a line may be as long as the digits. */
async function readFrom(write: (gateway: PassThrough, worker: PassThrough) => void): Promise<string[]> {
  const [gateway, worker] = [new PassThrough(), new PassThrough()];
  const lines: string[] = [];
  for (const stream of [gateway, worker]) eachLine(stream, (line) => lines.push(line), digits.length);
  write(gateway, worker);
  for (const stream of [gateway, worker]) stream.end();
  await Promise.all([gateway, worker].map((stream) => finished(stream)));
  return lines;
}
