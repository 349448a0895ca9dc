import { isDeepStrictEqual } from 'node:util';
import type { RunState } from '@waybill/contracts/domain';
import type { Db } from '@waybill/platform';
import { eq } from 'drizzle-orm';
import type { RunPlace } from '../domain/books.ts';
import { createEntryWriter } from './entries.ts';
import { keepPayment } from './payments.ts';
import { holderOf, runTables } from './reads.ts';
import { heldRow } from './row-lock.ts';
import { announceRun } from './run-feed.ts';
import { rowOfRun, runFrom } from './run-row.ts';
import { runEvents, runs } from './run-tables.ts';
import { storable } from './storable.ts';

/** The rows of one run, locked by this transaction until it ends. */
export async function runPlaceOf(tx: Db, runId: string, now: Date): Promise<RunPlace> {
  const before = await heldRow(tx, runs, runs.runId, runId);
  const known = before && runFrom(before);
  const keep = async (columns: Partial<typeof runs.$inferInsert>) => {
    await tx
      .update(runs)
      .set({ ...columns, writtenAt: now })
      .where(eq(runs.runId, runId));
  };
  return {
    standing: before && known && { ...before, seq: before.journalSeq, run: known },
    ...createEntryWriter(tx, runEvents, runId, { seq: before?.journalSeq ?? 0, revision: before?.revision ?? 0 }),
    holderOf: (ids) => holderOf(tx, runTables, ids),

    async keepState(run, { fingerprint, keyId }, seq) {
      const key = keyId === undefined ? {} : { keyId };
      const row = { ...rowOfRun(storable(run)), ...key, attention: null, journalSeq: seq, fingerprint, writtenAt: now };
      if (before) await tx.update(runs).set(row).where(eq(runs.runId, runId));
      else await tx.insert(runs).values(row);
      const payment = paymentOf(run);
      if (payment && !isDeepStrictEqual(known && paymentOf(known)?.payment, payment.payment))
        await keepPayment(tx, { runId }, payment.payment, payment.amount, now);
    },

    keepSeq: (journalSeq) => keep({ journalSeq }),
    keepAttention: (attention) => keep({ attention }),
    keepEpoch: (epoch) => keep({ epoch }),
    keepExecution: (execution, executionSince) => keep({ execution, executionSince }),
    announce: () => announceRun(tx, runId, before),
  };
}

const paymentOf = (run: RunState) =>
  run.kind === 'PAYMENT' && run.payment ? { payment: run.payment, amount: run.amount } : undefined;
