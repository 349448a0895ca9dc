import type { PaymentRun, RunEntry } from '@waybill/contracts/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { aPaymentRun, aRunWrite, captured, runEntries } from '../support/runs.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const closedAt = '2026-01-02T03:04:05.000Z';

export const refunds = (open: () => Promise<TestBook>) =>
  describe('a payment that is closed', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const aClosedPayment = async (runId: string) => {
      const run = aPaymentRun(runId, { revision: 2, status: 'COMPLETED', closedAt, payment: captured(runId) });
      await testBook.runs.record({ ...aRunWrite(run), firm: true });
      return run;
    };
    /** The write of a refund by this person, after which so much was given back in all. */
    const aRefund = (run: PaymentRun, actor: string, whole: number, given: Partial<RunEntry> = {}) => {
      const revision = run.revision + 1;
      const after = { ...run, revision, payment: captured(run.runId, whole) };
      return aRunWrite(after, runEntries(revision, revision, { type: 'REFUNDED', actor, ...given }));
    };
    const journal = async (runId: string) =>
      (await testBook.runs.journal(runId, {})).entries.map(({ type, actor }) => [type, actor]);

    test('takes refunds one after another, and the book shows the remaining amount', async () => {
      const run = await aClosedPayment('RUN-1');

      const first = aRefund(run, 'mia', 4);
      const second = aRefund(first.run as PaymentRun, 'max', 10);
      const recorded = [await testBook.runs.record(first), await testBook.runs.record(second)];

      expect(recorded).toEqual([
        { revision: 3, seq: 3 },
        { revision: 4, seq: 4 },
      ]);
      expect((await testBook.runs.find('RUN-1')).run).toEqual(second.run);
      expect((await journal('RUN-1')).slice(2)).toEqual([
        ['REFUNDED', 'mia'],
        ['REFUNDED', 'max'],
      ]);
    });

    test('of two concurrent refunds one is refused, and has no effect', async () => {
      const run = await aClosedPayment('RUN-2');

      const both = await Promise.allSettled(
        ['mia', 'max'].map((actor, at) => testBook.runs.record(aRefund(run, actor, 4 + at))),
      );

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'RUN_CLOSED' } });
      expect(await journal('RUN-2')).toHaveLength(3);
    });

    test('a repeated refund changes nothing', async () => {
      const run = await aClosedPayment('RUN-3');
      await testBook.runs.record(aRefund(run, 'mia', 4));

      const again = await testBook.runs.record(aRefund(run, 'mia', 4));

      expect(again).toEqual({ revision: 3, seq: 3 });
    });

    test('a late write of the run itself changes nothing', async () => {
      const run = await aClosedPayment('RUN-4');
      await testBook.runs.record(aRefund(run, 'mia', 4));

      const late = await testBook.runs.record(aRunWrite({ ...run, revision: 9, closedAt: null, status: 'RUNNING' }));

      expect(late).toEqual({ revision: 3, seq: 3 });
      expect((await testBook.runs.find('RUN-4')).run).toMatchObject({ status: 'COMPLETED', revision: 3 });
    });

    test.each<[string, (run: PaymentRun) => ReturnType<typeof aRunWrite>]>([
      ['another status', (run) => aRefund({ ...run, status: 'CANCELLED' }, 'mia', 4)],
      [
        'another amount captured',
        (run) => ({
          ...aRefund(run, 'mia', 4),
          run: {
            ...run,
            revision: 3,
            payment: { ...captured(run.runId, 4), captured: { amountMinor: 5_000, currencyCode: 'USD' } },
          },
        }),
      ],
      ['nothing given back', (run) => ({ ...aRefund(run, 'mia', 4), run: { ...run, revision: 3 } })],
      [
        'a second entry',
        (run) => {
          const write = aRefund(run, 'mia', 4);
          return { ...write, entries: [...runEntries(2, 2), ...write.entries] };
        },
      ],
      ['a revision that leaves one out', (run) => aRefund({ ...run, revision: 3 }, 'mia', 4)],
    ])('takes no refund with %s', async (name, write) => {
      const run = await aClosedPayment(`RUN-${name.replaceAll(' ', '-')}`);

      const refused = testBook.runs.record(write(run));

      await expect(refused).rejects.toMatchObject({ code: 'RUN_CLOSED' });
      expect((await testBook.runs.find(run.runId)).run).toEqual(run);
      expect(await journal(run.runId)).toHaveLength(2);
    });

    test('of two concurrent refunds, the second has its verdict if the first reported both amounts', async () => {
      const run = await aClosedPayment('RUN-6');
      const first = aRefund(run, 'mia', 8);
      await testBook.runs.record(first);
      const second = aRefund(first.run as PaymentRun, 'max', 8);
      const verdict = { commandId: 'second', command: 'refund', fingerprint: 'f', actor: 'max', at: closedAt } as const;

      const recorded = await testBook.runs.record({
        ...second,
        run: { ...(second.run as PaymentRun), verdicts: [{ ...verdict, refusal: null, message: null }] },
      });

      expect(recorded).toEqual({ revision: 4, seq: 4 });
      expect((await journal('RUN-6')).slice(2)).toHaveLength(2);
    });

    test('a refund cannot be reverted', async () => {
      const run = await aClosedPayment('RUN-5');
      const first = aRefund(run, 'mia', 8);
      await testBook.runs.record(first);

      const less = testBook.runs.record(aRefund(first.run as PaymentRun, 'max', 4));

      await expect(less).rejects.toMatchObject({ code: 'RUN_CLOSED' });
    });
  });
