/** Adds percentages as typed, to the thousandth; undefined if one is not a number. */
export function sumOf(percents: readonly string[]): number | undefined {
  const numbers = percents.map((text) => (text.trim() === '' ? 0 : Number(text)));
  if (!numbers.every((number) => Number.isFinite(number) && number >= 0)) return undefined;
  return Math.round(numbers.reduce((sum, number) => sum + number, 0) * 1_000) / 1_000;
}

export function sumWords(sum: number | undefined): string {
  if (sum === undefined) return 'A share is a number from 0 to 100';
  if (sum === 100) return '100 %: correct';
  const off = Math.round(Math.abs(100 - sum) * 1_000) / 1_000;
  return sum < 100 ? `${sum} %: ${off} are missing` : `${sum} %: ${off} too many`;
}

export const toInput = (percents: Readonly<Record<string, string>>) =>
  Object.entries(percents)
    .map(([outcome, text]) => ({ outcome, percent: Number(text) }))
    .filter(({ percent }) => percent > 0);
