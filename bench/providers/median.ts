/** The median of each figure. */
export function median<Figures extends Record<string, number>>(rounds: readonly Figures[]): Figures {
  const [first] = rounds;
  if (!first) throw new Error('There was no round');
  const middle = (name: string) => {
    const sorted = rounds.map((figures) => figures[name] ?? Number.NaN).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return Object.fromEntries(Object.keys(first).map((name) => [name, middle(name)])) as Figures;
}
