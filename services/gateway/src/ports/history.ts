import { badUserInput, type ReadHistory } from '@waybill/graphql';
import type { HistoryPage, HistoryPosition, HistoryQuery } from '@waybill/orders-client';

/** A cursor consists of the number of an event, and the execution of the workflow that it belongs to. */
export const createHistory =
  (read: (id: string, query: HistoryQuery) => Promise<HistoryPage | null>): ReadHistory =>
  async (id, { after, ...query }) => {
    const page = await read(id, { ...query, ...(after === undefined ? {} : { after: positionOf(after) }) });
    return (
      page && {
        edges: page.events.map((node) => ({ cursor: `${node.id}.${page.executionId}`, node })),
        hasNextPage: page.hasMore,
        hasPreviousPage: after !== undefined,
      }
    );
  };

function positionOf(cursor: string): HistoryPosition {
  const [, eventId, executionId] = /^(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  if (!eventId || !executionId) throw badUserInput('after is not a cursor of this history');
  return { eventId: Number(eventId), executionId };
}
