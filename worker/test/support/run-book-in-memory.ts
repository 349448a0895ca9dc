import type { RecordRunRequest } from '@waybill/contracts';
import type { RunEntry, RunState } from '@waybill/contracts/domain';
import { Refused, Unavailable } from '@waybill/http-client';

/** The order book of one run: it takes nothing twice and nothing backwards, and of a closed run refunds alone. */
export function runBookInMemory() {
  const bySeq = new Map<number, { entry: RunEntry; firm: boolean }>();
  let run: RunState | undefined;
  let fingerprint: string | undefined;
  let away = false;
  let before = async () => {};

  const refuseWhenAway = () => {
    if (away) throw new Unavailable('scripted: the book is away');
  };

  return {
    run: () => run,
    /** Its entries up to the first that is missing. */
    journal(): RunEntry[] {
      const whole: RunEntry[] = [];
      for (let next = bySeq.get(1); next; next = bySeq.get(whole.length + 1)) whole.push(next.entry);
      return whole;
    },
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
      return run && { run, fingerprint: fingerprint ?? '', attention: null, asOf: run.updatedAt };
    },
    async record(_: string, { run: told, entries, firm = false, ...request }: RecordRunRequest) {
      await before();
      refuseWhenAway();
      fingerprint ??= request.fingerprint;
      if (request.fingerprint !== fingerprint) throw new Refused('IDEMPOTENCY_CONFLICT', 'The id is taken');
      if (run?.closedAt && told.revision !== run.revision) {
        const isRefund = entries.every(({ type }) => type === 'REFUNDED');
        if (told.revision !== run.revision + 1 || !isRefund) throw new Refused('RUN_CLOSED', 'The run is closed');
      }
      if (!run || told.revision > run.revision) run = told;
      for (const entry of entries) {
        const held = bySeq.get(entry.seq);
        if (!held || (firm && !held.firm)) bySeq.set(entry.seq, { entry, firm });
      }
      return { revision: run.revision, seq: bySeq.size };
    },
  };
}

export type RunBookInMemory = ReturnType<typeof runBookInMemory>;
