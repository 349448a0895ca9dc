import type { RecordRunRequest } from '@waybill/contracts';
import type { RunEntry, RunState } from '@waybill/contracts/domain';
import { Refused, Unavailable } from '@waybill/http-client';
import {
  BookRefused,
  isByAnother,
  isLastWordOnRun,
  isRefund,
  type RunStanding,
  refuseLate,
  refuseLowerEpoch,
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
      return refusing(() => kept.write(structuredClone(request)));
    },
    async takeOver(_: string, epoch: number) {
      refuseWhenAway();
      return refusing(() => kept.takeOver(epoch));
    },
  };
}

function refusing<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    throw error instanceof BookRefused ? new Refused(error.code, error.message) : error;
  }
}

export type RunBookInMemory = ReturnType<typeof runBookInMemory>;

type Writer = Pick<RunStanding, 'execution' | 'executionSince'>;

const standingOf = (
  run: RunState,
  known: Writer & Pick<RunStanding, 'fingerprint' | 'epoch' | 'seq'>,
): RunStanding => ({
  ...known,
  run,
  status: run.status,
  attention: null,
  revision: run.revision,
  closedAt: run.closedAt === null ? null : new Date(run.closedAt),
});

function runInMemory(journal: ReturnType<typeof runJournalInMemory>) {
  let run: RunState | undefined;
  let fingerprint = '';
  let epoch = 0;
  let writer: Writer = { execution: null, executionSince: null };

  const standing = (): RunStanding | undefined =>
    run && standingOf(run, { fingerprint, epoch, ...writer, seq: journal.whole().length });

  const booked = () =>
    run && { run, fingerprint, attention: null, asOf: run.updatedAt, ...(epoch > 0 ? { epoch } : {}) };

  return {
    run: () => run,
    booked,
    takeOver(taken: number) {
      refuseLowerEpoch(standing(), { epoch: taken });
      epoch = taken;
      return booked();
    },
    write(request: RecordRunRequest) {
      const known = standing();
      const isAfterTheEnd = isRefund(known, request);
      refuseLate(known, request);
      const isNewer = runAdvances(known, request);
      const firm = request.firm === true || isAfterTheEnd;
      journal.add(isAfterTheEnd ? request.entries : upToTheEnd(known, request.entries), firm);
      if (isLastWordOnRun(request) && !known?.closedAt) journal.endsAt(request.run.revision);
      if (!known) fingerprint = request.fingerprint;
      if (isNewer || !run) run = request.run;
      if (isByAnother(known, request))
        writer = { execution: request.execution ?? null, executionSince: new Date(request.run.updatedAt) };
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
