import type { RunDetailsFragment } from '@waybill/client';
import { useRun, useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import { useStream } from '../data/use-stream.ts';
import { afterRefunds, canBeRefunded } from './refunds.ts';

async function* nothing(): AsyncGenerator<never> {}

/** A run, live; a closed payment is followed on, because it can still be refunded. */
export function useLiveRun(id: string) {
  const { runs } = useWaybill();
  const { run, error } = useRun(id);
  const [answered, onAnswer] = useState<RunDetailsFragment>();
  const goesOn = canBeRefunded(run);
  const { latest } = useStream(goesOn ? id : '', (signal) => (goesOn ? afterRefunds(runs, id, signal) : nothing()));
  return { run: newestOf(id, [run, run?.closedAt ? answered : undefined, latest]), error, onAnswer };
}

/** The one with the highest revision. */
const newestOf = (id: string, known: readonly (RunDetailsFragment | undefined)[]) =>
  known
    .flatMap((run) => (run?.id === id ? [run] : []))
    .reduce<RunDetailsFragment | undefined>(
      (newest, run) => (newest && newest.revision >= run.revision ? newest : run),
      undefined,
    );
