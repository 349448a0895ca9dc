/** Of the JSON report of a run, what is told. */
export type RunReport = {
  operations: { tested: number; errored: number };
  test_cases: { generated: number; unique_failures: number; errored: number };
};

/** One line for one surface. */
export function summaryOf(name: string, { operations, test_cases: cases }: RunReport): string {
  const failures = `${cases.unique_failures} failures, ${operations.errored + cases.errored} errors`;
  return `${name}: ${cases.generated} cases of ${operations.tested} operations, ${failures}`;
}

/** Another program's report with a margin, so that whoever reads this output takes none of its lines for the verdict here. */
export const quoted = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`);
