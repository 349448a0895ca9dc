/** What reached the ports of a test, in order; a refusal is thrown in place of every reply. */
export function createPortCalls(refusal: Error | undefined) {
  const reached: [port: string, ...with: unknown[]][] = [];
  const reach = (...entry: (typeof reached)[number]) => {
    reached.push(entry);
    if (refusal) throw refusal;
  };
  return { reached, reach };
}

export type Reach = ReturnType<typeof createPortCalls>['reach'];

/** The first page of several. */
export const pageOf = <T>(nodes: T[]) => ({
  edges: nodes.map((node, at) => ({ cursor: `c${at + 1}`, node })),
  hasNextPage: true,
  hasPreviousPage: false,
});
