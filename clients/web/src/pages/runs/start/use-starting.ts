import { useRef, useState } from 'react';
import { type Result, type Verdict, verdictOf } from '../../../order/verdict.ts';

type Started = Result & { run?: { id: string } };
type Send = (idempotencyKey: string) => Promise<Started>;

/** Starts a run. Until there is a result, the same form keeps its key: sent twice, it is started once. */
export function useStarting() {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>();
  const key = useRef<string>(undefined);

  const start = async (send: Send): Promise<string | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    key.current ??= crypto.randomUUID();
    try {
      const result = await send(key.current);
      key.current = undefined;
      if (result.run) return result.run.id;
      setVerdict(verdictOf(result, '', (iso) => iso));
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      setVerdict({ accepted: false, text: `${text}. Nothing was typed in vain: try again` });
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return { start, busy, verdict };
}
