import type { Context, RunSnapshot } from '../src/index.ts';
import { aRun, aRunEntry } from './a-run.ts';
import { pageOf, type Reach } from './port-calls.ts';

/** A port of runs that does as it is told. */
export function createTestRunPort(runs: RunSnapshot[], reach: Reach, journal = [aRunEntry(1)]): Context['runs'] {
  const findRun = (id: string) => runs.find(({ runId }) => runId === id);
  const firstRun = (): RunSnapshot => runs[0] ?? aRun();
  return {
    start: async (run) => {
      reach('start', run);
      return aRun(run.kind);
    },
    command: async (command) => {
      reach('command', command);
      return firstRun();
    },
    find: async (id) => findRun(id),
    findMany: async (ids) => ids.map(findRun),
    page: async (query) => {
      reach('page', query);
      return { ...pageOf(runs), changesCursor: 'feed-9' };
    },
    timeline: async ({ runId }, page) => {
      reach('timeline', runId, page);
      return pageOf(journal);
    },
    history: async (id, query) => {
      reach('history', id, query);
      return null;
    },
    watch: async function* () {
      yield* runs;
    },
    changes: (filter, after) => {
      reach('changes', filter, after);
      return (async function* () {
        yield { kind: 'MATCHES' as const, run: firstRun(), cursor: 'feed-10' };
      })();
    },
  };
}
