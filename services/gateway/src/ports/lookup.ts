import type { Viewer } from '@waybill/graphql';
import { undefinedWhenUnavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering, NotRunning } from '@waybill/orders-client';
import { faultLine, type Log } from '@waybill/platform';
import { createSingleFlight } from '../live/single-flight.ts';
import type { Entry, Snapshot, Source } from '../live/source.ts';
import type { Watches } from '../live/watch/watches.ts';

export type Find<S> = (id: string) => Promise<S | undefined>;

export type Lookup<S> = {
  find: Find<S>;
  findMany: (ids: readonly string[]) => Promise<(S | undefined)[]>;
};

type LookupOptions<S extends Snapshot, E extends Entry> = {
  source: Source<S, E>;
  watches: Pick<Watches<S, E>, 'current' | 'read'>;
  isVisible: (viewer: Viewer | null, snapshot: S) => boolean;
  log: Log;
};

/**
 * Finds an order or a run in the best source: a running watch; the order book if it is closed; otherwise a new watch,
 * or its workflow; and if that has ended or does not answer, the book again. A closed workflow is never queried, and
 * neither is one that the viewer may not see.
 */
export function createLookup<S extends Snapshot, E extends Entry>(options: LookupOptions<S, E>) {
  const { source, watches, isVisible } = options;
  const inBook = createSingleFlight((id: string) => source.inBook(id));
  const live = createSingleFlight(createLiveRead(options, inBook));

  const byId = (snapshots: readonly S[]) => new Map(snapshots.map((each) => [source.idOf(each), each]));

  /** What the book has gets a watch, which answers further reads. */
  const watchedOrLive = async (id: string, known: S | undefined) => {
    const found = (known && (await watches.read(known))) ?? (await live(id));
    return known && found && known.revision > found.revision ? known : found; // it was started again, beside the one in the book
  };

  return (viewer: Viewer | null): Lookup<S> => {
    const isEnough = (known: S | undefined): boolean =>
      known !== undefined && (known.closedAt !== null || !isVisible(viewer, known));
    const now = async (id: string, known: S | undefined) =>
      (await watches.current(id)) ?? (isEnough(known) ? known : watchedOrLive(id, known));

    return {
      async find(id) {
        const watched = await watches.current(id);
        if (watched) return watched;
        const known = await inBook(id).catch(undefinedWhenUnavailable);
        return isEnough(known) ? known : ((await watchedOrLive(id, known)) ?? source.endedOrLost(id));
      },

      /** One call to the book for all of them, and calls to the engine only for the others, or for all if the book is unavailable. */
      async findMany(ids) {
        const known = await source.inBookTogether(ids).then(byId, undefinedWhenUnavailable);
        const found = await Promise.all(ids.map((id) => now(id, known?.get(id))));
        const closedMeanwhile = byId(await source.endedOrLostTogether(ids.filter((_, at) => !found[at])));
        return Promise.all(ids.map((id, at) => found[at] ?? closedMeanwhile.get(id) ?? source.endedOrLost(id)));
      },
    };
  };
}

/** The state in its workflow; undefined if none is running. */
const createLiveRead =
  <S extends Snapshot, E extends Entry>({ source, log }: LookupOptions<S, E>, inBook: Find<S>): Find<S> =>
  async (id) => {
    try {
      return await source.withWork((await source.read(id)).snapshot);
    } catch (error) {
      if (error instanceof NotRunning) return undefined;
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      log.warn({ [`${source.noun}Id`]: id, error: faultLine(error) }, `${source.noun} answered from the book`);
      const booked = await inBook(id).catch(() => undefined);
      if (!booked) throw error;
      // A workflow that fails because of a bug does not answer either; the engine reports it.
      return (await source.taskFailing(id).catch(() => false)) ? { ...booked, taskFailing: true } : booked;
    }
  };
