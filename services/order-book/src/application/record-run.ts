import type { Recorded, RecordRunRequest } from '@waybill/contracts';
import { upToTheEnd } from '../domain/advance.ts';
import { isByAnother, isLastWordOnRun, isRefund, refuseLate, runAdvances } from '../domain/advance-run.ts';
import type { RunBooks } from '../domain/books.ts';
import { keep } from './keep.ts';
import { refuseTakenIds } from './unique-ids.ts';

/** Records a state and journal entries of one run. What is recorded already changes nothing. */
export const recordRun = ({ books }: { books: RunBooks }) => {
  return (request: RecordRunRequest): Promise<Recorded> =>
    books.write(request.run.runId, async (place) => {
      const { run, keyId } = request;
      const { standing } = place;
      const isAfterTheEnd = isRefund(standing, request);
      refuseLate(standing, request);
      const entries = isAfterTheEnd ? request.entries : upToTheEnd(standing, request.entries);
      if (!standing) await refuseTakenIds(place, `run ${run.runId}`, run.runId, keyId);
      const isNewer = runAdvances(standing, request);
      const last = isLastWordOnRun(request) && !standing?.closedAt ? run.revision : undefined;
      const firm = request.firm === true || isAfterTheEnd;
      const recorded = await keep(place, { state: run, entries, identity: request, isNewer, firm, last });
      if (request.execution !== undefined && isByAnother(standing, request))
        await place.keepExecution(request.execution, new Date(run.updatedAt));
      return recorded;
    });
};
