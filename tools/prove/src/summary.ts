/** How one proof ended. */
export type Result = { name: string; seconds: number } & (
  | { outcome: 'passed' | 'failed' }
  | { outcome: 'skipped'; why: string }
);

/** A line for each proof that did not pass, and the counts, which are the last line. */
export function summary(results: readonly Result[]): string[] {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const notable = results.flatMap((result) => {
    if (result.outcome === 'skipped') return [`skipped: ${result.name} (${result.why})`];
    return result.outcome === 'failed' ? [`failed: ${result.name}`] : [];
  });
  return [...notable, `Proofs: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`];
}
