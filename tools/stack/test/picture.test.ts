import { openTerminal } from '@waybill/terminal';
import { expect, test } from 'vitest';
import { createRecordedScreen } from '../src/picture/screen-recording.ts';
import { svgOf } from '../src/picture/svg.ts';

test('the picture shows the final screen, in its colours', () => {
  const screen = createRecordedScreen();
  const { draw, settle, say, paint } = openTerminal(screen, {});

  draw(['running']);
  draw([`${paint.green('✓')} done`]);
  settle();
  say(`A < B & ${paint.bold('"C"')}`);

  const texts = svgOf(screen.lines(), 'an order').match(/<tspan.*<\/tspan>/g);
  expect(texts).toEqual([
    '<tspan fill="#7ec699">✓</tspan><tspan> done</tspan>',
    '<tspan>A &lt; B &amp; </tspan><tspan font-weight="bold">&quot;C&quot;</tspan>',
  ]);
});
