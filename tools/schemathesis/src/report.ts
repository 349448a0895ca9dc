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

/** Indents another program's report, so that none of its lines is mistaken for the verdict of this one. */
export const quoted = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`);
