import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../src/transport/event-stream.ts';
import { all } from './support/stream.ts';

test('events are the same wherever the network splits them', async () => {
  const text =
    ':\n\nevent: next\nid: 7\ndata: {"ü":1}\n\n: ping\n\nevent: next\r\ndata: a\r\ndata: b\r\n\r\nevent: complete\ndata:\n\n';
  const bytes = new TextEncoder().encode(text);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length)), async (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), bytes.length];
      const pieces = cuts.slice(1).map((cut, at) => bytes.slice(cuts[at], cut));

      const events = await all(readEvents(streamOf(pieces), () => {}, never));

      expect(events).toEqual([
        { event: 'next', id: '7', data: '{"ü":1}' },
        { event: 'next', id: undefined, data: 'a\nb' },
        { event: 'complete', id: undefined, data: '' },
      ]);
    }),
  );
});

test('every chunk counts as activity, and a truncated event is not delivered', async () => {
  let heard = 0;
  const pieces = [':\n\n', 'event: next\nda'].map((piece) => new TextEncoder().encode(piece));

  const events = await all(readEvents(streamOf(pieces), () => heard++, never));

  expect(events).toEqual([]);
  expect(heard).toBe(2);
});

test('an endless event is refused', async () => {
  const endless = new TextEncoder().encode(`data: ${'x'.repeat(1_000)}`);

  const reading = all(readEvents(streamOf([endless, endless]), () => {}, never, 1_500));

  await expect(reading).rejects.toThrow('max buffer size');
});

const never = new AbortController().signal;

const streamOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
