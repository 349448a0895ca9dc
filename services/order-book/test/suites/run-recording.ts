import { rows } from '@waybill/platform';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { aPaymentRun, aRun, aRunWrite, captured, runEntries } from '../support/runs.ts';
import { opening, type TestBook, writtenAt } from '../support/test-book.ts';

const closedAt = '2026-01-02T03:04:05.000Z';

export const runRecording = (open: () => Promise<TestBook>) =>
  describe('runs', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const actors = async (runId: string) => (await testBook.runs.journal(runId, {})).entries.map(({ actor }) => actor);
    const since = (after?: string) => testBook.runs.changes({ after, waitMs: 0, signal: new AbortController().signal });

    test('a run is read as it was written', async () => {
      const run = aPaymentRun('RUN-whole', { revision: 3, payment: captured('RUN-whole') });

      const recorded = await testBook.runs.record(aRunWrite(run));

      expect(recorded).toEqual({ revision: 3, seq: 3 });
      expect(await testBook.runs.find('RUN-whole')).toEqual({
        run,
        attention: null,
        fingerprint: 'f-1',
        asOf: writtenAt.toISOString(),
      });
      expect((await testBook.runs.journal('RUN-whole', {})).entries).toEqual(runEntries(1, 3));
    });

    test('a repeated write changes nothing, and returns the position of the book', async () => {
      await testBook.runs.record(aRunWrite(aRun('RUN-twice', { revision: 2 })));
      const { cursor } = await since();

      const again = await testBook.runs.record(aRunWrite(aRun('RUN-twice', { revision: 2, progress: 99 })));

      expect(again).toEqual({ revision: 2, seq: 2 });
      expect((await testBook.runs.find('RUN-twice')).run.progress).toBe(0);
      expect((await since(cursor)).changes).toEqual([]);
    });

    test('a late writer cannot revert a run, and entries after a gap are hidden until it is closed', async () => {
      await testBook.runs.record(aRunWrite(aRun('RUN-late', { revision: 4, status: 'COMPLETED' }), runEntries(3, 4)));
      const hidden = await actors('RUN-late');

      const recorded = await testBook.runs.record(aRunWrite(aRun('RUN-late', { revision: 2 })));

      expect(hidden).toEqual([]);
      expect(recorded).toEqual({ revision: 4, seq: 4 });
      expect((await testBook.runs.find('RUN-late')).run.status).toBe('COMPLETED');
    });

    test('a status that cannot follow is refused with the whole write', async () => {
      await testBook.runs.record(aRunWrite(aRun('RUN-done', { revision: 1, status: 'COMPLETED' })));

      const refused = testBook.runs.record(aRunWrite(aRun('RUN-done', { revision: 2, status: 'RUNNING' })));

      await expect(refused).rejects.toMatchObject({ code: 'STATUS_UNREACHABLE' });
      expect((await testBook.runs.journal('RUN-done', {})).entries).toHaveLength(1);
    });

    test('a firm end replaces what a lost task wrote in passing', async () => {
      const lost = runEntries(1, 6, { actor: 'lost' });
      await testBook.runs.record(aRunWrite(aRun('RUN-lost', { revision: 6, status: 'COMPENSATING' }), lost));

      const end = aRun('RUN-lost', { revision: 3, status: 'COMPLETED', closedAt });
      await testBook.runs.record({ ...aRunWrite(end, runEntries(1, 3, { actor: 'real' })), firm: true });

      expect((await testBook.runs.find('RUN-lost')).run).toEqual(end);
      expect(await actors('RUN-lost')).toEqual(['real', 'real', 'real']);
    });

    test('an id and a key belong to a run forever', async () => {
      await testBook.runs.record({ ...aRunWrite(aRun('RUN-keyed', { revision: 1 })), keyId: 'RUN-key' });

      const byKey = await testBook.runs.identity('RUN-key');
      const refused = await refusals([
        ...['RUN-keyed', 'RUN-key'].map((keyId) =>
          testBook.runs.record({ ...aRunWrite(aRun(`RUN-other-${keyId}`, { revision: 1 })), keyId }),
        ),
        testBook.runs.record(aRunWrite(aRun('RUN-key', { revision: 1 }))),
        testBook.runs.record({ ...aRunWrite(aRun('RUN-keyed')), fingerprint: 'f-2' }),
      ]);

      expect(byKey).toEqual({ runId: 'RUN-keyed', fingerprint: 'f-1' });
      expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'IDEMPOTENCY_CONFLICT'));
    });

    test('racing first writers agree on the newest state', async () => {
      await Promise.all(
        [1, 2, 3, 4, 5].map((revision) => testBook.runs.record(aRunWrite(aRun('RUN-race', { revision })))),
      );

      expect((await testBook.runs.find('RUN-race')).run.revision).toBe(5);
      expect(await actors('RUN-race')).toHaveLength(5);
    });

    test('a payment that is a run has a row, and no order', async () => {
      await testBook.runs.record(aRunWrite(aPaymentRun('RUN-paid', { revision: 1, payment: captured('RUN-paid') })));

      const found = await rows(
        testBook.opened.db,
        sql`select order_id, run_id, status from order_book.payments where payment_id = 'RUN-paid'`,
      );

      expect(found).toEqual([{ order_id: null, run_id: 'RUN-paid', status: 'CAPTURED' }]);
    });

    test('the journal cannot be rewritten', async () => {
      await testBook.runs.record({ ...aRunWrite(aRun('RUN-stone', { revision: 1 })), firm: true });

      const passing = testBook.opened.db.execute(sql`delete from order_book.run_events where run_id = 'RUN-stone'`);
      const firm = testBook.opened.transaction(async (tx) => {
        await tx.execute(sql`select set_config('order_book.writes_firmly', 'on', true)`);
        await tx.execute(sql`delete from order_book.run_events where run_id = 'RUN-stone'`);
      });

      const message = 'the journal is append-only';
      expect(await refusals([passing, firm])).toMatchObject([{ cause: { message } }, { cause: { message } }]);
    });

    test('no run has the id of an order', async () => {
      const named = testBook.opened.db.execute(
        sql`update order_book.runs set run_id = 'ORD-1' where run_id = 'RUN-stone'`,
      );

      await expect(named).rejects.toMatchObject({ cause: { constraint: 'runs_run_id_check' } });
    });

    test('an unknown run is not found', async () => {
      const { runs } = testBook;
      const nothing = await refusals([
        ...[runs.find('RUN-x'), runs.identity('RUN-x'), runs.journal('RUN-x', {})],
        runs.attend('RUN-x', { attention: null }),
      ]);

      expect(nothing.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'RUN_NOT_FOUND'));
    });
  });

/** Why each of these was refused. */
async function refusals(asked: Promise<unknown>[]): Promise<{ code?: string }[]> {
  const settled = await Promise.allSettled(asked);
  return settled.map((answer) => (answer.status === 'rejected' ? answer.reason : answer));
}
