import { type BreakingChange, buildSchema, findBreakingChanges } from 'graphql';

/**
 * What would break a client that was written against `before`, and is not on the list. The list is Markdown; each entry
 * is a line "- <the change, as told here> Because …".
 */
export function unacknowledged(before: string, after: string, acknowledged: string): BreakingChange[] {
  const known = acknowledged.split('\n').filter((line) => line.startsWith('- '));
  return findBreakingChanges(buildSchema(before), buildSchema(after)).filter(
    ({ description }) => !known.some((line) => line.startsWith(`- ${description}`)),
  );
}
