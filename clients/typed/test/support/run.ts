/** A whole run as the gateway returns it, so that any selection can be executed. */
export const aRun = (changes: object = {}) => ({
  __typename: 'GreetingRun',
  id: 'RUN-1',
  kind: 'GREETING',
  status: 'RUNNING',
  progress: 0,
  health: 'OK',
  availableActions: [],
  steps: [],
  startedBy: 'ada',
  startedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
  asOf: '2026-01-01T00:00:00.000Z',
  name: 'Ada',
  ...changes,
});

export const aRunChange = (cursor: number) => ({
  kind: 'MATCHES',
  cursor: String(cursor),
  run: aRun({ revision: cursor }),
});

export const aPage = (nodes: object[], next?: string) => ({
  nodes,
  pageInfo: { hasNextPage: next !== undefined, hasPreviousPage: false, endCursor: next },
});
