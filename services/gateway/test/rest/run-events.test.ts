import { expect, test } from 'vitest';
import type { ResultStream } from '../../src/execution/result-stream.ts';
import type { Call, Tools } from '../../src/transports/rest/route.ts';
import { RunEndingDocument } from '../../src/transports/rest/routes/documents.ts';
import { runEvents } from '../../src/transports/rest/routes/run-events.ts';

test('a follower of a run is charged for the entries that are new, and gets each once', async () => {
  const run = aRun();
  const route = runEvents({ path: '/workflows/{id}/events', tag: '', summary: '', ending: RunEndingDocument });

  const response = (await route.answer(call, run.changing([250, 251, 251, 254]))) as Response;
  const text = await response.text();

  expect(run.pages).toEqual([100, 100, 100, 1, 1, 3]);
  expect(text.match(/^id: .*$/gm)).toEqual(Array.from({ length: 254 }, (_, at) => `id: ${at + 1}`));
});

const call = {
  params: { id: 'RUN-1' },
  query: {},
  header: () => undefined,
  context: { onDisconnect: () => undefined },
} as unknown as Call;

/** A run whose journal grows, and the sizes of the pages that are read of it. */
function aRun() {
  const pages: number[] = [];
  let length = 0;
  const page = (first: number, after = '0') => {
    const nodes = Array.from({ length: Math.min(first, length - Number(after)) }, (_, at) => ({
      type: 'ENTRY',
      cursor: String(Number(after) + at + 1),
    }));
    return { nodes, pageInfo: { hasNextPage: Number(after) + nodes.length < length } };
  };
  async function* growing(revisions: readonly number[]) {
    for (const revision of revisions) {
      length = revision;
      yield { data: { workflowRunChanged: { revision, closedAt: null } } };
    }
  }
  const changing = (revisions: readonly number[]) =>
    ({
      run: async (_: string, { first, after }: { first?: number; after?: string }) => {
        if (first === undefined) return { data: { workflowRun: { closedAt: null, revision: length } } };
        pages.push(first);
        return { data: { workflowRun: { timeline: page(first, after) } } };
      },
      follow: async () => ({ stream: growing(revisions) as ResultStream, session: { viewer: null, endsAt: Infinity } }),
      connections: { acquire: () => () => undefined, most: 1 },
      now: () => new Date(),
    }) as unknown as Tools;
  return { pages, changing };
}
