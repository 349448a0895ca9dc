import { expect } from 'vitest';

/** Keeps what a person would see: a drawing goes up some lines, clears what is below, and writes again. */
export function aScreen({ isTTY, rows = 24 }: { isTTY: boolean; rows?: number }) {
  let lines: string[] = [];
  return {
    isTTY,
    columns: 80,
    rows,
    write: (text: string) => {
      const up = text.endsWith('A\x1b[J') ? Number(text.slice(2, -4)) : 0;
      expect(up).toBeLessThan(rows); // the cursor of a real one stops at its first line
      if (up > 0) lines = lines.slice(0, -up);
      else lines.push(...text.slice(0, -1).split('\n'));
      return true;
    },
    visible: () => lines,
  };
}
