import type { BookedRun, JournalQuery, RunIdentity, RunJournalPage } from '@waybill/contracts';
import type { ChangeNotifier, FullRunPageRequest, RunBooks, RunRecords } from '../domain/books.ts';
import { unknownRun } from '../domain/refusals.ts';
import { changes } from './changes.ts';
import { recordRun } from './record-run.ts';
import { attend } from './set-attention.ts';
import { takeOver } from './take-over.ts';

export type RunBook = ReturnType<typeof createRunBook>;

/** The use cases of the order book for runs. */
export const createRunBook = ({ runs: books, runNotifier }: { runs: RunBooks; runNotifier: ChangeNotifier }) => ({
  record: recordRun({ books }),
  takeOver: takeOver<RunRecords>({ books, unknown: unknownRun }),
  attend: attend<RunRecords>({ books, unknown: unknownRun }),
  changes: changes({ books, notifier: runNotifier }),

  async find(runId: string): Promise<BookedRun> {
    return (await books.find(runId)) ?? unknown(runId);
  },

  async identity(id: string): Promise<RunIdentity> {
    return (await books.identity(id)) ?? unknown(id);
  },

  async journal(runId: string, query: JournalQuery): Promise<RunJournalPage> {
    return (await books.journal(runId, query)) ?? unknown(runId);
  },

  page: (request: FullRunPageRequest) => books.page(request),
  byIds: (ids: readonly string[]) => books.byIds(ids),
  openRuns: (query: { after: string; first: number }) => books.open(query),
});

function unknown(runId: string): never {
  throw unknownRun(runId);
}
