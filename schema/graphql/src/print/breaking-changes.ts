import { type BreakingChange, buildSchema, findBreakingChanges } from 'graphql';

/**
 * The breaking changes since `before` that are not acknowledged in the list. The list is Markdown; each entry is a line
 * "- <the change, as printed here> Because …".
 */
export function unacknowledged(before: string, after: string, acknowledged: string): BreakingChange[] {
  const known = acknowledged.split('\n').filter((line) => line.startsWith('- '));
  return findBreakingChanges(buildSchema(before), buildSchema(after)).filter(
    ({ description }) => !known.some((line) => line.startsWith(`- ${description}`)),
  );
}
