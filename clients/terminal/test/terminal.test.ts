import { openTerminal } from '@waybill/terminal';
import { aScreen } from '@waybill/terminal/testing';
import { expect, test } from 'vitest';

test('messages meanwhile stay above the picture', () => {
  const screen = aScreen({ isTTY: true });
  const terminal = openTerminal(screen, { NO_COLOR: '1' });

  terminal.draw(['picture']);
  terminal.say('worker is back after 1.0 s');
  terminal.draw(['next picture']);

  expect(screen.visible()).toEqual(['worker is back after 1.0 s', 'next picture']);
});

test('a picture that is higher than its terminal is redrawn in it, and whole at the end', () => {
  const screen = aScreen({ isTTY: true, rows: 4 });
  const terminal = openTerminal(screen, { NO_COLOR: '1' });
  const picture = (now: string) => ['one', 'two', 'three', 'four', `five ${now}`];

  terminal.draw(picture('starts'));
  terminal.draw(picture('ends'));

  expect(screen.visible()).toEqual(['three', 'four', 'five ends']);
  terminal.settle();
  expect(screen.visible()).toEqual(picture('ends'));
});

test('a line of the picture that is longer than its terminal is cut, so that it stays one', () => {
  const screen = aScreen({ isTTY: true });

  openTerminal(screen, {}).draw([`\x1b[31m${'x'.repeat(90)}\x1b[39m`]);

  expect(screen.visible()).toEqual([`${'x'.repeat(79)}…`]);
});

test('colours are used only in terminals, unless the user disables them', () => {
  const green = (isTTY: boolean, env: NodeJS.ProcessEnv) => openTerminal(aScreen({ isTTY }), env).paint.green('ok');

  expect([green(true, {}), green(true, { NO_COLOR: '1' }), green(false, {})]).toEqual([
    '\x1b[32mok\x1b[39m',
    'ok',
    'ok',
  ]);
});
