import type { Engine, HistoryEvent } from '../engine/engine.ts';
import { asOwnError, unlessEnded } from '../engine/engine-faults.ts';
import { createEventReader, type EngineEvent, type EventWork } from './history-event.ts';

/** A position in the history of one execution of a workflow: after this event. */
export type HistoryPosition = { eventId: number; executionId: string };
export type HistoryQuery = { first: number; after?: HistoryPosition; newestFirst: boolean };
export type HistoryPage = { executionId: string; events: EngineEvent[]; hasMore: boolean };

type Reading = {
  engine: Engine;
  workflowIdOf: (id: string) => string;
  /** What an activity of this name does. */
  workNamed: (activity: string) => EventWork | undefined;
};

const withinMs = 5_000;

/**
 * Reads a page of the engine's own events of a workflow's newest execution, or of the one that the position names; null when the
 * engine does not have it. The engine's own page tokens must not be disclosed, so each page is located from
 * the beginning or the end.
 */
export const createHistoryReader = ({ engine, workflowIdOf, workNamed }: Reading) => {
  const newestExecution = async (workflowId: string) =>
    (await engine.describe(workflowId, { withinMs }).catch(asOwnError)).workflowExecutionInfo?.execution?.runId ?? '';

  const read = async (workflowId: string, { first, after, newestFirst }: HistoryQuery): Promise<HistoryPage> => {
    const executionId = after?.executionId ?? (await newestExecution(workflowId));
    const readEvent = createEventReader(engine, workNamed);
    const isWanted = ({ eventId }: HistoryEvent) =>
      !after || (newestFirst ? Number(eventId) < after.eventId : Number(eventId) > after.eventId);
    const found: HistoryEvent[] = [];
    let token: Uint8Array = new Uint8Array();
    do {
      const page = { token, newestFirst };
      const { history, nextPageToken } = await engine
        .historyPage({ workflowId, runId: executionId }, page, { withinMs })
        .catch(asOwnError);
      const events = history?.events ?? [];
      readEvent.know(events);
      found.push(...events.filter(isWanted));
      token = nextPageToken;
    } while (token.length > 0 && found.length <= first);
    const events = await Promise.all(found.slice(0, first).map(readEvent.read));
    return { executionId, events, hasMore: found.length > first };
  };

  return async (id: string, query: HistoryQuery): Promise<HistoryPage | null> =>
    (await read(workflowIdOf(id), query).catch(unlessEnded)) ?? null;
};
