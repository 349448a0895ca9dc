import type { Engine, HistoryEvent } from '../engine/engine.ts';
import { asOwnError, unlessEnded } from '../engine/engine-faults.ts';
import { createEventReader, type EngineEvent } from './history-event.ts';

/** A position in the history of one run of a workflow: after this event. */
export type HistoryPosition = { eventId: number; runId: string };
export type HistoryQuery = { first: number; after?: HistoryPosition; newestFirst: boolean };
export type HistoryPage = { runId: string; events: EngineEvent[]; hasMore: boolean };

type Reading = {
  engine: Engine;
  workflowIdOf: (id: string) => string;
  /** The step that an activity of this name takes or compensates. */
  stepOf: (activity: string) => string | undefined;
};

const withinMs = 5_000;

/**
 * Reads a page of the engine's own events of the newest run of a workflow, or of the run that the position names; null
 * when the engine does not have it. The engine's own page tokens must not be disclosed, so each page is located from
 * the beginning or the end.
 */
export const createHistoryReader = ({ engine, workflowIdOf, stepOf }: Reading) => {
  const newestRun = async (workflowId: string) =>
    (await engine.describe(workflowId, { withinMs }).catch(asOwnError)).workflowExecutionInfo?.execution?.runId ?? '';

  const read = async (workflowId: string, { first, after, newestFirst }: HistoryQuery): Promise<HistoryPage> => {
    const runId = after?.runId ?? (await newestRun(workflowId));
    const readEvent = createEventReader(engine, stepOf);
    const isWanted = ({ eventId }: HistoryEvent) =>
      !after || (newestFirst ? Number(eventId) < after.eventId : Number(eventId) > after.eventId);
    const found: HistoryEvent[] = [];
    let token: Uint8Array = new Uint8Array();
    do {
      const page = { token, newestFirst };
      const { history, nextPageToken } = await engine
        .historyPage({ workflowId, runId }, page, { withinMs })
        .catch(asOwnError);
      const events = history?.events ?? [];
      readEvent.know(events);
      found.push(...events.filter(isWanted));
      token = nextPageToken;
    } while (token.length > 0 && found.length <= first);
    const events = await Promise.all(found.slice(0, first).map(readEvent.read));
    return { runId, events, hasMore: found.length > first };
  };

  return async (id: string, query: HistoryQuery): Promise<HistoryPage | null> =>
    (await read(workflowIdOf(id), query).catch(unlessEnded)) ?? null;
};
