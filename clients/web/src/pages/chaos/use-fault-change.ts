import type { FaultsFragment } from '@waybill/client';
import { useCommand } from '../../order/use-command.ts';
import type { Result } from '../../order/verdict.ts';

type Changed = Result & { chaos?: FaultsFragment };

/** Sends a change of the faults, and shows the faults of the response. */
export function useFaultChange(onChange: (faults: FaultsFragment) => void) {
  const { run, busy, verdict } = useCommand();
  const change = (send: () => Promise<Changed>, done: string) =>
    run({ of: ['chaos'], done }, async () => {
      const result = await send();
      if (result.chaos) onChange(result.chaos);
      return result;
    });
  return { change, busy, verdict };
}

export type FaultChange = ReturnType<typeof useFaultChange>;
