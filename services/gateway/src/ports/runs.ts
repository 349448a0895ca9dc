import { RunConflict, type RunPageQuery, type RunPort, VerdictPending, type WorkflowRunPage } from '@waybill/graphql';
import type { Caller } from './caller.ts';
import { scopedId } from './command-scope.ts';
import { asCursorError } from './cursor-error.ts';
import { createHistory } from './history.ts';
import { commandIdOf } from './idempotency-key.ts';
import { createLookup } from './lookup.ts';
import { createLookupCache } from './lookup-cache.ts';
import { createRunCommand } from './run-command.ts';
import type { RunPortDependencies } from './run-dependencies.ts';
import { createRunStart } from './run-start.ts';
import { createChangeStream, createSnapshotStream } from './streams.ts';
import { createTimeline } from './timeline.ts';

/** The schema's port to runs, for one caller at a time. */
export function createRunPort(dependencies: RunPortDependencies): (caller: Caller) => RunPort {
  const { source, watches, changeFeed, changeFilters, quota, followList, newCommandId, log } = dependencies;
  const findFor = createLookup({
    source,
    watches,
    isVisible: (viewer, { about }) => viewer?.role !== 'CUSTOMER' || viewer.id === about,
    log,
  });
  const page = createPageReader(dependencies);
  const timeline = createTimeline(source, watches);
  const history = createHistory(dependencies.runs.history);

  return (caller) => {
    const { find, findMany } = findFor(caller.viewer);
    const lookups = createLookupCache(find);
    const command = createRunCommand(dependencies, caller);
    const follow = createChangeStream({ feed: changeFeed, quota, followList, caller });
    return {
      start: createRunStart(dependencies, caller, find),
      async command({ commandId, ...content }) {
        const own = commandIdOf({ commandId }, caller) ?? newCommandId();
        const scoped = scopedId(own, caller);
        return command({ ...content, commandId: scoped }, lookups.takeOrFind).catch(asOwnId(scoped, own));
      },
      find: lookups.find,
      findMany,
      page,
      timeline,
      history,
      watch: createSnapshotStream(watches, lookups.takeOrFind, source.notFound),
      changes: (filter, after) => follow(after, changeFilters(filter)),
    };
  };
}

/** Lists come from the order book alone, which lags slightly behind the engine. */
const createPageReader =
  ({ book, snapshots }: RunPortDependencies) =>
  async (query: RunPageQuery): Promise<WorkflowRunPage> => {
    const { edges, ...page } = await book.page(query).catch(asCursorError('after'));
    return { ...page, edges: edges.map(({ cursor, booked }) => ({ cursor, node: snapshots.fromBook(booked) })) };
  };

/** Errors show the command id that the caller gave, or was given. */
const asOwnId =
  (scoped: string, own: string) =>
  (error: unknown): never => {
    if (error instanceof VerdictPending) throw new VerdictPending(own, 'run');
    if (!(error instanceof RunConflict)) throw error;
    throw new RunConflict(error.runId, error.message.replaceAll(scoped, own));
  };
