import Table from 'cli-table3';

const sides = ['top', 'bottom', 'left', 'right', 'mid'];
const places = [...sides, 'top-mid', 'top-left', 'top-right', 'bottom-mid', 'bottom-left', 'bottom-right'];
const noBorders = Object.fromEntries([...places, 'left-mid', 'mid-mid', 'right-mid'].map((place) => [place, '']));

/** Aligns columns below their titles, without borders. */
export function gridLines(titles: readonly string[], rows: readonly string[][]): string[] {
  const table = new Table({
    head: [...titles],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: { ...noBorders, middle: '  ' },
  });
  table.push(...rows);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
