import { badUserInput } from '@waybill/graphql';
import { undefinedWhenUnavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering, NotRunning } from '@waybill/orders-client';
import type { Entry, Snapshot, Source } from '../live/source.ts';

/**
 * Refuses a cursor beyond the last entry of a journal; `source` is the argument or header that contained it. A snapshot
 * may lag behind what another gateway has sent, so the workflow decides, or the book once it has the end.
 */
export function createCursorCheck<S extends Snapshot, E extends Entry>(
  source: Pick<Source<S, E>, 'idOf' | 'read' | 'lastRecord'>,
) {
  const inBook = async (id: string): Promise<number | undefined> => {
    const record = await source.lastRecord(id);
    return record?.closedAt ? record.revision : undefined;
  };

  /** The number of the last entry; undefined while nobody can tell. */
  const endOf = async (id: string, seq: number): Promise<number | undefined> => {
    try {
      return (await source.read(id, seq)).snapshot.revision;
    } catch (error) {
      if (error instanceof NotRunning) return inBook(id).catch(undefinedWhenUnavailable);
      if (error instanceof EngineUnavailable || error instanceof NotAnswering) return undefined;
      throw error;
    }
  };

  return async (known: S, seq: number, named: string): Promise<void> => {
    if (seq <= known.revision) return;
    const end = await endOf(source.idOf(known), seq);
    if (end !== undefined && seq > end) throw badUserInput(`${named} is not a cursor of this journal`);
  };
}
