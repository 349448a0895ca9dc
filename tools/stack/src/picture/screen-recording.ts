import type { Screen } from '@waybill/terminal';

const moveUp = '\x1b[';
const clearBelow = 'A\x1b[J';

/** A terminal emulator that is large enough, and keeps the visible lines. */
export function createRecordedScreen(): Screen & { lines: () => readonly string[] } {
  const lines: string[] = [];
  return {
    isTTY: true,
    columns: 100,
    rows: 60,
    write: (text) => {
      const isErasing = `${text}`.startsWith(moveUp) && `${text}`.endsWith(clearBelow);
      if (isErasing) lines.splice(-Number(`${text}`.slice(moveUp.length, -clearBelow.length)));
      else lines.push(...`${text}`.replace(/\n$/, '').split('\n'));
      return true;
    },
    lines: () => lines,
  };
}
