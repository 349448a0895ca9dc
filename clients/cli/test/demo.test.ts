import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { pressedScene } from '../src/demo/demo.ts';

test.each([
  ['3', 'Rejection'],
  ['\r', 'Happy path'],
  ['\u0003', undefined],
])('the menu of scenes takes the key %j', async (key, title) => {
  const [input, output] = [new PassThrough(), new PassThrough()];

  const pressed = pressedScene({ input, output });
  input.write(key);

  expect((await pressed)?.title).toBe(title);
});
