import type { RecordRunRequest } from '@waybill/contracts';
import type { RunEntry, RunState } from '@waybill/contracts/domain';
import { Refused, Unavailable } from '@waybill/http-client';
import {
  BookRefused,
  isLastWordOnRun,
  isRefund,
  type RunStanding,
  runAdvances,
  upToTheEnd,
} from '@waybill/order-book/testing/run-rules';

/** The order book of one run, by the order book's own rules. */
export function runBookInMemory() {
  const journal = runJournalInMemory();
  const kept = runInMemory(journal);
  let away = false;
  let before = async () => {};

  const refuseWhenAway = () => {
    if (away) throw new Unavailable('scripted: the book is away');
  };

  return {
    run: kept.run,
    /** Its entries up to the first that is missing. */
    journal: journal.whole,
    goesAway: () => {
      away = true;
    },
    isBack: () => {
      away = false;
    },
    /** Every write waits for this. */
    takes: (itsTime: () => Promise<void>) => {
      before = itsTime;
    },

    async find() {
      refuseWhenAway();
      return kept.booked();
    },
    async record(_: string, request: RecordRunRequest) {
      await before();
      refuseWhenAway();
      try {
        return kept.write(structuredClone(request));
      } catch (error) {
        throw error instanceof BookRefused ? new Refused(error.code, error.message) : error;
      }
    },
  };
}

export type RunBookInMemory = ReturnType<typeof runBookInMemory>;

function runInMemory(journal: ReturnType<typeof runJournalInMemory>) {
  let run: RunState | undefined;
  let fingerprint = '';

  const standing = (): RunStanding | undefined =>
    run && {
      ...{ run, fingerprint, status: run.status, attention: null, revision: run.revision },
      ...{ seq: journal.whole().length, closedAt: run.closedAt === null ? null : new Date(run.closedAt) },
    };

  return {
    run: () => run,
    booked: () => run && { run, fingerprint, attention: null, asOf: run.updatedAt },
    write(request: RecordRunRequest) {
      const known = standing();
      const isAfterTheEnd = isRefund(known, request);
      const isNewer = runAdvances(known, request);
      const firm = request.firm === true || isAfterTheEnd;
      journal.add(isAfterTheEnd ? request.entries : upToTheEnd(known, request.entries), firm);
      if (isLastWordOnRun(request) && !known?.closedAt) journal.endsAt(request.run.revision);
      if (!known) fingerprint = request.fingerprint;
      if (isNewer || !run) run = request.run;
      return { revision: run.revision, seq: journal.whole().length };
    },
  };
}

function runJournalInMemory() {
  const bySeq = new Map<number, { entry: RunEntry; firm: boolean }>();
  return {
    whole(): RunEntry[] {
      const whole: RunEntry[] = [];
      for (let next = bySeq.get(1); next; next = bySeq.get(whole.length + 1)) whole.push(next.entry);
      return whole;
    },
    /** A firm entry replaces one that was written in passing. */
    add(entries: readonly RunEntry[], firm: boolean): void {
      for (const entry of entries) {
        const held = bySeq.get(entry.seq);
        if (!held || (firm && !held.firm)) bySeq.set(entry.seq, { entry, firm });
      }
    },
    /** What was written in passing after the last entry never was. */
    endsAt(last: number): void {
      for (const [seq, { firm }] of bySeq) if (seq > last && !firm) bySeq.delete(seq);
    },
  };
}
