import type { core, ZodType } from 'zod';
import type { FieldProblem } from './problem.ts';

export type Path = readonly (string | number)[];
export type Validation = ReturnType<typeof createValidation>;

/** Collects the problems of all fields, so that a caller gets them all at once. */
export function createValidation() {
  const problems: FieldProblem[] = [];
  const refuse = (path: Path, message: string) => {
    const place = path.join('.');
    // Two rules of one shape may report the same problem.
    if (problems.some((said) => said.message === message && said.path.join('.') === place)) return;
    problems.push({ path: path.map(String), message });
  };

  return {
    problems: problems as readonly FieldProblem[],
    refuse,
    /** Whether no problem has been found so far at any of these fields. */
    isCleanAt: (...fields: string[]) => !problems.some(({ path }) => fields.includes(path[0] ?? '')),

    /** The parsed value. An invalid one is returned as it is, and among the problems. */
    parse<T>(path: Path, shape: ZodType<T>, value: unknown): T {
      const result = shape.safeParse(value, { error: readable });
      if (result.success) return result.data;
      for (const issue of result.error.issues) refuse([...path, ...issue.path.map(String)], issue.message);
      return value as T;
    },
  };
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** Zod's own messages are written for programmers. */
export function readable(issue: core.$ZodRawIssue): string | undefined {
  const unit = issue.origin === 'string' ? ' characters' : '';
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unit}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unit}`;
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'is not an e-mail address';
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'is missing' : `must be ${kindOf(issue)}`;
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return 'is of the wrong form';
  return undefined;
}

const kindOf = ({ expected }: { expected?: unknown }): string => kinds[String(expected)] ?? String(expected);
