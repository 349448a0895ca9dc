import { RunRevisionDocument, RunTimelineDocument } from '@waybill/client';
import type { ExecutionResult } from 'graphql';
import type { ResultStream, StreamResult } from '../../../execution/result-stream.ts';
import type { Call, Route, Tools } from '../route.ts';
import { eventRoute, isStream, unknownEvent } from './follow.ts';

type Entry = { cursor: string };
type Change = { workflowRunChanged: { revision: number } };
type Page = { nodes: Entry[]; pageInfo: { hasNextPage: boolean } };

/** A GET that returns server-sent events: one for each entry of the journal of a run. */
export const runEvents = (options: Parameters<typeof eventRoute>[0]): Route =>
  eventRoute(options, {
    name: 'entry',
    async open(call, tools, after) {
      const refused = after === undefined ? undefined : await refusedCursor(call, tools, after);
      if (refused) return refused;
      const followed = await tools.follow(RunRevisionDocument, call.params, call.context);
      return isStream(followed) ? { ...followed, stream: entries(followed.stream, call, tools, after) } : followed;
    },
  });

/** A stream cannot report its cursor by its status, so an entry after it is read before the stream is opened. */
async function refusedCursor(call: Call, { run }: Tools, after: string): Promise<ExecutionResult | undefined> {
  const result = await run(RunTimelineDocument, { ...call.params, first: 1, after }, call.context);
  const isCursor = result.errors?.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
  if (isCursor && call.header('last-event-id')) throw unknownEvent();
  return result.errors && result;
}

/** Reads further entries whenever the run has changed. Returning the stream ends the wait for the next change. */
function entries(changes: ResultStream, call: Call, tools: Tools, after: string | undefined): ResultStream {
  const reading = readOn(changes, call, tools, after);
  return Object.assign(reading, {
    return: async (): Promise<IteratorResult<StreamResult, void>> => {
      await changes.return();
      return { done: true, value: undefined };
    },
  });
}

async function* readOn(changes: ResultStream, call: Call, { run }: Tools, from: string | undefined): ResultStream {
  let after = from;
  let revision: number | undefined;
  for await (const change of changes) {
    if (change.errors) return yield change;
    const { revision: changed } = (change.data as Change).workflowRunChanged;
    const first = pageSize(changed, revision);
    revision = changed;
    for (let isMore = true; isMore; ) {
      const { data, errors } = await run(RunTimelineDocument, { ...call.params, first, after }, call.context);
      if (errors) return yield { errors };
      const { nodes, pageInfo } = (data as { workflowRun: { timeline: Page } }).workflowRun.timeline;
      for (const entry of nodes) yield { data: { entry } };
      after = nodes.at(-1)?.cursor ?? after;
      isMore = pageInfo.hasNextPage;
    }
  }
}

/** Whoever reads a page is charged for its size: after the first change, it is as large as what is new. */
const pageSize = (revision: number, before = Number.NEGATIVE_INFINITY): number =>
  Math.max(1, Math.min(most, revision - before));

const most = 100;
