import { noPostgres, postgresServer, type Server } from '@waybill/platform/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { attention } from './suites/attention.ts';
import { counts } from './suites/counts.ts';
import { feed } from './suites/feed.ts';
import { firmWrites } from './suites/firm-writes.ts';
import { fullJournal } from './suites/full-journal.ts';
import { identity } from './suites/identity.ts';
import { moreLists } from './suites/more-lists.ts';
import { pages } from './suites/pages.ts';
import { parallelWriters } from './suites/parallel-writers.ts';
import { paymentReferences } from './suites/payment-references.ts';
import { refusedPlacements } from './suites/placement-refusals.ts';
import { recording } from './suites/recording.ts';
import { refunds } from './suites/refunds.ts';
import { rollups } from './suites/rollups.ts';
import { runFences } from './suites/run-fences.ts';
import { runLists } from './suites/run-lists.ts';
import { runRecording } from './suites/run-recording.ts';
import { timeRanges } from './suites/time-ranges.ts';
import { undoneEffects } from './suites/undone-effects.ts';
import { opening, openTestBook } from './support/test-book.ts';

/** The suites of the books in process, on a server. */
describe.skipIf(noPostgres)(`books kept in Postgres${noPostgres ? `: ${noPostgres}` : ''}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await postgresServer();
  }, opening);
  afterAll(() => server.stop());
  const open = async () => openTestBook(await server.freshDatabase());

  recording(open);
  firmWrites(open);
  pages(open);
  moreLists(open);
  timeRanges(open);
  feed(open);
  attention(open);
  identity(open);
  paymentReferences(open);
  refusedPlacements(open);
  counts(open);
  rollups(open);
  fullJournal(open);
  undoneEffects(open);
  runRecording(open);
  runFences(open);
  refunds(open);
  runLists(open);
  // One connection never has two transactions open, so these can only go wrong here.
  describe('written by two processes', () => parallelWriters(() => server.freshDatabase()));
});
