import { HttpProblem } from '@waybill/platform';
import type { RunBook } from '../application/run-book.ts';
import { bookRouter } from './problems.ts';
import * as endpoints from './run-endpoints.ts';

/** The runs of the order book over HTTP. Waiting polls return when `stopping` is aborted. */
export function createRunRoutes(book: RunBook, stopping: AbortSignal) {
  const app = bookRouter();
  app.openapi(endpoints.recordRun, async (c) => {
    const request = c.req.valid('json');
    if (request.run.runId !== c.req.valid('param').runId) throw anotherRun();
    return c.json(await book.record(request), 200);
  });
  app.openapi(endpoints.findRun, async (c) => c.json(await book.find(c.req.valid('param').runId), 200));
  app.openapi(endpoints.attendToRun, async (c) =>
    c.json(await book.attend(c.req.valid('param').runId, c.req.valid('json')), 200),
  );
  app.openapi(endpoints.takeOverRun, async (c) =>
    c.json(await book.takeOver(c.req.valid('param').runId, c.req.valid('json')), 200),
  );
  app.openapi(endpoints.findRunIdentity, async (c) => c.json(await book.identity(c.req.valid('param').id), 200));
  app.openapi(endpoints.readRunJournal, async (c) =>
    c.json(await book.journal(c.req.valid('param').runId, c.req.valid('query')), 200),
  );
  app.openapi(endpoints.findRuns, async (c) => c.json({ runs: await book.byIds(c.req.valid('json').ids) }, 200));
  app.openapi(endpoints.pageOfRuns, async (c) => c.json(await book.page(c.req.valid('json')), 200));
  app.openapi(endpoints.openRuns, async (c) => c.json(await book.openRuns(c.req.valid('query')), 200));
  app.openapi(endpoints.followRunChanges, async (c) => {
    const { after, waitMs } = c.req.valid('query');
    const signal = AbortSignal.any([c.req.raw.signal, stopping]);
    return c.json(await book.changes({ after, waitMs, signal }), 200);
  });
  return app;
}

const anotherRun = () =>
  new HttpProblem(400, 'INVALID_REQUEST', 'The run id in the body differs from the one in the path', [
    { path: ['run', 'runId'], message: 'differs from the id in the path' },
  ]);
