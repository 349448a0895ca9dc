type Entry = { detail: Record<string, unknown> | null };

/** The correlation id of the newest command among these entries. */
export function correlationIdIn(entries: readonly Entry[]): string | undefined {
  const commanded = entries.findLast(({ detail }) => typeof detail?.correlationId === 'string');
  return commanded?.detail?.correlationId as string | undefined;
}
